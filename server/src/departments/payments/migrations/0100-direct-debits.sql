-- Who collects by direct debit and when: {creditorId, name, iban, bic, noticeDays, leadDays, cutOff, message}. The shop's own, no person's.
ALTER TABLE payments.payment_method ADD COLUMN debit jsonb CHECK (debit IS NULL OR kind = 'sepa_debit');

-- Money of a payment that its bank took back after it was here: a return, a refund that the payer asked for, a reversal.
CREATE TABLE payments.returned_debit (
  id uuid PRIMARY KEY,
  payment_id uuid NOT NULL REFERENCES payments.payment (id),
  entity_id uuid NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  -- What the bank took for it beside.
  fee bigint NOT NULL CHECK (fee >= 0),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- open: owed to us; made_good: it came after all; lost: nobody asks for it any more; refunded: its order ended, it was the refund.
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'made_good', 'lost', 'refunded')),
  -- As the bank names the movement; the same is taken once.
  bank_reference text NOT NULL CONSTRAINT one_return_per_movement UNIQUE,
  at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK ((ended_at IS NULL) = (state = 'open'))
);
CREATE INDEX returned_debit_by_payment ON payments.returned_debit (payment_id);

-- Money that a bank took back stands as disputed money does, and is held to the same rules (X1, X2, O6).
CREATE OR REPLACE VIEW verify.dispute AS
  SELECT id::text, payment_id::text, entity_id::text AS entity, state, held_currency AS currency, withdrawn, written_off,
    (SELECT coalesce(-sum(m.amount), 0) FROM payments.dispute_movement m WHERE m.dispute_id = d.id)::bigint AS moved
  FROM payments.dispute d
  UNION ALL
  SELECT id::text, payment_id::text, entity_id::text, state, currency,
    CASE WHEN state IN ('open', 'lost') THEN amount ELSE 0 END, CASE WHEN state = 'lost' THEN amount ELSE 0 END,
    CASE WHEN state IN ('open', 'lost') THEN amount ELSE 0 END
  FROM payments.returned_debit;

-- What is still owed under payments by direct debit: what their order waits for, and what came back.
CREATE VIEW payments.pub_debit_payment AS
  SELECT p.id AS payment_uuid, p.order_id AS order_uuid, p.method, p.currency, p.amount - p.captured AS lacking,
    (SELECT coalesce(sum(r.amount), 0) FROM payments.returned_debit r WHERE r.payment_id = p.id AND r.state = 'open')::bigint AS returned
  FROM payments.payment p WHERE p.provider = 'sepa_debit' AND NOT p.surplus;
