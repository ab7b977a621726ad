-- Cards may be charged when goods go out: until then the money is held. What was agreed stands on the payment from the first.
ALTER TABLE payments.payment
  ADD COLUMN capture_on text NOT NULL DEFAULT 'at_once' CHECK (capture_on IN ('at_once', 'on_shipment')),
  ADD COLUMN capture_before timestamptz;
CREATE INDEX payment_held ON payments.payment (capture_before) WHERE state IN ('authorised', 'captured') AND capture_before IS NOT NULL;

-- Parts of what is held that are to be taken. `reference` says for what; asked twice it is one.
CREATE TABLE payments.capture (
  id uuid PRIMARY KEY,
  payment_id uuid NOT NULL REFERENCES payments.payment (id),
  amount bigint NOT NULL CHECK (amount > 0),
  reference text NOT NULL,
  state text NOT NULL CHECK (state IN ('wanted', 'succeeded', 'failed')),
  -- Why the provider said no, in its words.
  code text,
  actor text NOT NULL,
  wanted_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK ((ended_at IS NULL) = (state = 'wanted')),
  CONSTRAINT one_capture_per_reference UNIQUE (payment_id, reference)
);
CREATE INDEX capture_pending ON payments.capture (wanted_at) WHERE state = 'wanted';

-- What is still held for shipments to come: such an order is not paid, and its captured part is no stray money (ADR 0013, verify O6).
CREATE OR REPLACE VIEW verify.payment AS
  SELECT id::text, CASE WHEN surplus THEN NULL ELSE order_id::text END AS order_id, provider, provider_payment_id AS provider_ref,
    authorised AS authorized, captured, refunded, currency, updated_at, in_review, open_charge,
    CASE WHEN capture_on = 'on_shipment' THEN authorised - captured - released ELSE 0 END AS held
  FROM payments.payment;
