-- Money that comes and goes through providers: what the shop expected, what the provider says, and what is still on its way.

CREATE TABLE payments.payment (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL,
  entity_id uuid NOT NULL,
  provider text NOT NULL,
  -- What the provider knows us by: the id of the payment that the shop opened. A surplus payment carries that of its elder.
  reference uuid NOT NULL,
  provider_payment_id text,
  -- Money that came a second time for an order that needs it once: it settles nothing and is given back.
  surplus boolean NOT NULL DEFAULT false,
  -- What the order costs; `authorised`, `captured` and `refunded` are what the provider says.
  amount bigint NOT NULL CHECK (amount >= 0),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  authorised bigint NOT NULL DEFAULT 0 CHECK (authorised >= 0),
  captured bigint NOT NULL DEFAULT 0 CHECK (captured >= 0),
  refunded bigint NOT NULL DEFAULT 0 CHECK (refunded >= 0),
  released bigint NOT NULL DEFAULT 0 CHECK (released >= 0),
  state text NOT NULL CHECK (state IN ('open', 'closed', 'authorised', 'voided', 'captured', 'partially_refunded', 'refunded')),
  -- Hash of the order's content that the shopper was shown and pays for (verify O7).
  authorised_hash text NOT NULL,
  in_review boolean GENERATED ALWAYS AS (review_reason IS NOT NULL) STORED,
  review_reason text,
  open_charge boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT captured_within_authorised CHECK (captured <= authorised),
  CONSTRAINT refunded_within_captured CHECK (refunded <= captured),
  CONSTRAINT one_payment_per_provider_payment UNIQUE (provider, provider_payment_id)
);
-- One expected payment per order, whatever opens it twice.
CREATE UNIQUE INDEX one_payment_per_order ON payments.payment (order_id) WHERE NOT surplus;
CREATE INDEX payment_by_order ON payments.payment (order_id);
CREATE INDEX payment_by_reference ON payments.payment (provider, reference);
CREATE INDEX payment_by_time ON payments.payment (created_at DESC, id DESC);
CREATE INDEX payment_unsettled ON payments.payment (created_at) WHERE state IN ('open', 'authorised');

-- Each time the shopper was sent to the provider's page. Written before the provider is asked, so that a crash between the two
-- leaves the key by which the same session is found again.
CREATE TABLE payments.attempt (
  payment_id uuid NOT NULL REFERENCES payments.payment (id),
  number integer NOT NULL CHECK (number > 0),
  provider_session_id text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (payment_id, number)
);

-- What the provider did, once each.
CREATE TABLE payments.event (
  id uuid PRIMARY KEY,
  payment_id uuid NOT NULL REFERENCES payments.payment (id),
  kind text NOT NULL CHECK (kind IN ('authorisation', 'capture', 'refund', 'void')),
  provider_ref text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  currency text NOT NULL,
  settled boolean NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT one_event_per_provider_ref UNIQUE (payment_id, kind, provider_ref)
);
INSERT INTO host.final_table (name) VALUES ('payments.event');

CREATE TABLE payments.refund (
  id uuid PRIMARY KEY,
  payment_id uuid NOT NULL REFERENCES payments.payment (id),
  amount bigint NOT NULL CHECK (amount > 0),
  reason text NOT NULL,
  state text NOT NULL CHECK (state IN ('wanted', 'sent', 'succeeded', 'failed')),
  provider_ref text,
  -- What really went back; may differ from what was wanted, which puts the payment in review.
  settled_amount bigint CHECK (settled_amount >= 0),
  actor text NOT NULL,
  wanted_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK ((ended_at IS NULL) = (state IN ('wanted', 'sent')))
);
CREATE INDEX refund_by_payment ON payments.refund (payment_id, wanted_at, id);
CREATE INDEX refund_pending ON payments.refund (wanted_at) WHERE state IN ('wanted', 'sent');

-- Provider events, acknowledged by this row. The body is not kept: an event only says where to look, the provider is asked.
CREATE TABLE payments.webhook_in (
  provider text NOT NULL,
  event_id text NOT NULL,
  type text NOT NULL,
  payment_reference text,
  received_at timestamptz NOT NULL,
  processed_at timestamptz,
  -- Whether it told anything that was not known yet.
  effective boolean NOT NULL DEFAULT false,
  dead boolean NOT NULL DEFAULT false,
  PRIMARY KEY (provider, event_id)
);
CREATE INDEX webhook_unprocessed ON payments.webhook_in (received_at) WHERE processed_at IS NULL AND NOT dead;

-- How far the provider's own list of changes has been read.
CREATE TABLE payments.scan (
  provider text PRIMARY KEY,
  read_to timestamptz NOT NULL
);

CREATE VIEW verify.payment AS
  SELECT id::text, CASE WHEN surplus THEN NULL ELSE order_id::text END AS order_id, provider, provider_payment_id AS provider_ref,
    authorised AS authorized, captured, refunded, currency, updated_at, in_review, open_charge
  FROM payments.payment;
CREATE VIEW verify.payment_event AS
  SELECT id::text, payment_id::text, kind, amount, currency, settled FROM payments.event;
CREATE VIEW verify.webhook_in AS
  SELECT provider, event_id, effective, processed_at, dead, received_at FROM payments.webhook_in;
