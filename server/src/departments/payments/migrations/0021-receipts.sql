-- Where transfers go: {holder, iban, bic}. The shop's own account, not a person's.
ALTER TABLE payments.payment_method ADD COLUMN account jsonb CHECK (account IS NULL OR kind = 'bank_transfer');

-- Money that came to us past any provider, as somebody saw it: on a bank statement, from a carrier.
CREATE TABLE payments.receipt (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  received_on date NOT NULL,
  -- As the statement names it; the same movement is recorded once.
  bank_reference text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT one_receipt_per_movement UNIQUE (order_id, bank_reference)
);
INSERT INTO host.final_table (name) VALUES ('payments.receipt');
