-- Money that goes back to an account by a file for the bank: one refund, once.
CREATE TABLE bank.transfer (
  id uuid PRIMARY KEY,
  refund_id uuid NOT NULL,
  order_id uuid NOT NULL,
  run_id uuid NOT NULL REFERENCES bank.payment_run (id),
  amount bigint NOT NULL CHECK (amount > 0),
  currency text NOT NULL CHECK (currency = 'EUR'),
  name text NOT NULL,
  -- In host.sealed_value; null: forgotten.
  iban_sealed uuid,
  iban_ends_on text NOT NULL,
  remittance text NOT NULL,
  end_to_end_id text NOT NULL CONSTRAINT one_transfer_per_end_to_end_id UNIQUE,
  batch text NOT NULL,
  state text NOT NULL DEFAULT 'in_run' CHECK (state IN ('in_run', 'paid', 'dropped')),
  paid_on date,
  CHECK ((paid_on IS NULL) = (state <> 'paid'))
);
CREATE UNIQUE INDEX one_live_transfer_per_refund ON bank.transfer (refund_id) WHERE state <> 'dropped';
CREATE INDEX transfer_by_run ON bank.transfer (run_id, id);
CREATE INDEX transfer_by_batch ON bank.transfer (batch);

CREATE VIEW verify.refund_transfer AS
  SELECT id::text, refund_id::text, run_id::text, state, amount, currency FROM bank.transfer;
