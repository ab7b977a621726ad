-- Where programs outside are told of what happens (Standard Webhooks 1.0).
CREATE TABLE operations.webhook (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  address text NOT NULL,
  kinds text[] NOT NULL CHECK (cardinality(kinds) > 0),
  -- Who answers for it: it is told nothing that this person may not see at that moment.
  owner_id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  -- Since when no call has got through; null while the last one did.
  failing_since timestamptz,
  -- The one job that delivers to it now, so that a dead address has one line and no more.
  busy_job uuid,
  busy_until timestamptz
);
CREATE INDEX webhook_by_time ON operations.webhook (created_at DESC, id DESC);
CREATE INDEX webhook_by_name ON operations.webhook (lower(name), id);
CREATE INDEX webhook_search ON operations.webhook USING gin (lower(name || ' ' || address) gin_trgm_ops);
CREATE INDEX webhook_failing ON operations.webhook (failing_since) WHERE failing_since IS NOT NULL;

-- One that is told nothing: by whom, when and why.
CREATE TABLE operations.webhook_pause (
  webhook_id uuid PRIMARY KEY REFERENCES operations.webhook (id) ON DELETE CASCADE,
  cause text NOT NULL CHECK (cause IN ('by_hand', 'failing', 'gone')),
  at timestamptz NOT NULL,
  actor text NOT NULL
);

-- Ciphertext under the house's key. Those that have not ended sign together.
CREATE TABLE operations.webhook_secret (
  id uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES operations.webhook (id) ON DELETE CASCADE,
  sealed bytea NOT NULL,
  created_at timestamptz NOT NULL,
  ends_at timestamptz
);
CREATE INDEX webhook_secret_of ON operations.webhook_secret (webhook_id, created_at DESC);

CREATE TABLE operations.webhook_delivery (
  id uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES operations.webhook (id) ON DELETE CASCADE,
  -- The fact; of a test a number of its own. The receiver knows the message by it.
  event_id uuid NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  -- All there were, and those since it was last begun anew, by which the next wait is measured.
  attempts integer NOT NULL DEFAULT 0,
  tries integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  last_status integer,
  last_silence text,
  last_ms integer,
  UNIQUE (webhook_id, event_id)
);
CREATE INDEX webhook_delivery_due ON operations.webhook_delivery (webhook_id, due_at) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_by_time ON operations.webhook_delivery (created_at DESC, id DESC);
CREATE INDEX webhook_delivery_by_webhook ON operations.webhook_delivery (webhook_id, created_at DESC, id DESC);
CREATE INDEX webhook_delivery_by_state ON operations.webhook_delivery (state, created_at DESC, id DESC);
CREATE INDEX webhook_delivery_by_kind ON operations.webhook_delivery (kind, created_at DESC, id DESC);

CREATE TABLE operations.webhook_attempt (
  delivery_id uuid NOT NULL REFERENCES operations.webhook_delivery (id) ON DELETE CASCADE,
  number integer NOT NULL,
  at timestamptz NOT NULL,
  -- Null where nothing came back.
  status integer,
  silence text,
  said text NOT NULL,
  ms integer NOT NULL,
  PRIMARY KEY (delivery_id, number)
);

CREATE VIEW verify.webhook_out AS
  SELECT d.id::text AS id, d.webhook_id::text AS webhook, d.event_id::text AS event_id, d.state, d.attempts,
    (SELECT count(*) FROM operations.webhook_attempt a WHERE a.delivery_id = d.id)::integer AS attempts_kept,
    d.due_at, EXISTS (SELECT 1 FROM operations.webhook_pause p WHERE p.webhook_id = d.webhook_id) AS paused
  FROM operations.webhook_delivery d;
