-- Payments that a shopper disputes at their bank: what the provider says of it, what the bank took meanwhile, and the shop's one answer.
CREATE TABLE payments.dispute (
  id uuid PRIMARY KEY,
  payment_id uuid NOT NULL REFERENCES payments.payment (id),
  order_id uuid NOT NULL,
  entity_id uuid NOT NULL,
  provider text NOT NULL,
  provider_dispute_id text NOT NULL,
  -- The bank only asks: no money moved, and none does if it is answered well.
  inquiry boolean NOT NULL,
  reason text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  state text NOT NULL CHECK (state IN ('needs_response', 'under_review', 'won', 'lost', 'closed')),
  -- Until when the bank takes an answer; null where it waits for none.
  due_at timestamptz,
  -- What the bank took and did not give back, in the currency of the movements, and what of it is written off as lost.
  withdrawn bigint NOT NULL DEFAULT 0,
  written_off bigint NOT NULL DEFAULT 0,
  held_currency text NOT NULL CHECK (held_currency ~ '^[A-Z]{3}$'),
  fee bigint NOT NULL DEFAULT 0,
  -- Who said that they take care of it.
  owner_id text,
  owner_name text,
  todo_id uuid,
  -- At which stage the to-do asked: a dispute after an inquiry is asked for anew.
  asked_for text CHECK (asked_for IN ('inquiry', 'dispute')),
  opened_at timestamptz NOT NULL,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT one_dispute_per_provider_dispute UNIQUE (provider, provider_dispute_id),
  CONSTRAINT dispute_ends_once CHECK ((ended_at IS NULL) = (state IN ('needs_response', 'under_review')))
);
CREATE INDEX dispute_by_payment ON payments.dispute (payment_id);
CREATE INDEX dispute_by_order ON payments.dispute (order_id);
CREATE INDEX dispute_by_time ON payments.dispute (opened_at, id);
CREATE INDEX dispute_by_state ON payments.dispute (state, opened_at, id);
CREATE INDEX dispute_by_reason ON payments.dispute (reason, opened_at, id);
CREATE INDEX dispute_by_deadline ON payments.dispute (due_at, id);
CREATE INDEX dispute_by_amount ON payments.dispute (amount, id);

-- When the provider was last asked of a dispute that waits.
CREATE TABLE payments.dispute_look (
  dispute_id uuid PRIMARY KEY REFERENCES payments.dispute (id),
  looked_at timestamptz NOT NULL
);
CREATE INDEX dispute_look_by_time ON payments.dispute_look (looked_at, dispute_id);

-- Money that the bank took for a dispute (negative) and gave back, as the provider's balance has it.
CREATE TABLE payments.dispute_movement (
  id uuid PRIMARY KEY,
  dispute_id uuid NOT NULL REFERENCES payments.dispute (id),
  provider_ref text NOT NULL,
  amount bigint NOT NULL,
  fee bigint NOT NULL,
  currency text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT one_dispute_movement_per_provider_ref UNIQUE (dispute_id, provider_ref)
);
INSERT INTO host.final_table (name) VALUES ('payments.dispute_movement');

-- What the shop answers, once: evidence, or that it takes the loss. Kept before the bank is told, so that nothing said is lost.
CREATE TABLE payments.dispute_answer (
  id uuid PRIMARY KEY,
  dispute_id uuid NOT NULL REFERENCES payments.dispute (id),
  kind text NOT NULL CHECK (kind IN ('evidence', 'acceptance')),
  texts jsonb NOT NULL DEFAULT '{}',
  -- [{field, name, sha256, mediaType}]
  files jsonb NOT NULL DEFAULT '[]',
  state text NOT NULL CHECK (state IN ('wanted', 'sent', 'failed')),
  -- Why the provider said no, in its words.
  code text,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK ((ended_at IS NULL) = (state = 'wanted'))
);
CREATE UNIQUE INDEX one_answer_per_dispute ON payments.dispute_answer (dispute_id) WHERE state <> 'failed';
CREATE INDEX dispute_answer_by_dispute ON payments.dispute_answer (dispute_id, at, id);
CREATE INDEX dispute_answer_pending ON payments.dispute_answer (at) WHERE state = 'wanted';

-- Which dispute an event tells of.
ALTER TABLE payments.webhook_in ADD COLUMN dispute_ref text;

CREATE VIEW verify.dispute AS
  SELECT id::text, payment_id::text, entity_id::text AS entity, state, held_currency AS currency, withdrawn, written_off,
    (SELECT coalesce(-sum(m.amount), 0) FROM payments.dispute_movement m WHERE m.dispute_id = d.id)::bigint AS moved
  FROM payments.dispute d;
