-- What a provider took for us and no payout brought yet, so that what stays away too long is seen.

CREATE TABLE payments.awaited_payout (
  -- The movement (payments.event).
  id uuid PRIMARY KEY,
  payment_id uuid NOT NULL REFERENCES payments.payment (id),
  order_id uuid NOT NULL,
  provider text NOT NULL,
  provider_ref text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  captured_at timestamptz NOT NULL,
  -- That which asks a person where it is.
  todo_id uuid
);
CREATE INDEX awaited_payout_by_time ON payments.awaited_payout (captured_at, id);
CREATE INDEX awaited_payout_by_amount ON payments.awaited_payout (amount, id);
CREATE INDEX awaited_payout_by_provider ON payments.awaited_payout (provider, captured_at, id);
CREATE INDEX awaited_payout_by_ref ON payments.awaited_payout (provider_ref, captured_at, id);
CREATE INDEX awaited_payout_by_todo ON payments.awaited_payout (todo_id) WHERE todo_id IS NOT NULL;
CREATE INDEX awaited_payout_unasked ON payments.awaited_payout (captured_at) WHERE todo_id IS NULL;

-- To-dos that wait for some of it. A row goes with its to-do.
CREATE TABLE payments.awaited_todo (todo_id uuid PRIMARY KEY);

INSERT INTO payments.awaited_payout (id, payment_id, order_id, provider, provider_ref, amount, currency, captured_at)
SELECT e.id, p.id, p.order_id, p.provider, e.provider_ref, e.amount, e.currency, e.at
FROM payments.event e JOIN payments.payment p ON p.id = e.payment_id
WHERE e.kind = 'capture' AND p.provider NOT IN ('gift_card', 'store_credit', 'bank_transfer', 'cash_on_delivery', 'sepa_debit')
  AND NOT EXISTS (SELECT 1 FROM payments.payout_line l WHERE l.movement_id = e.id);

-- What providers took: paid out, or awaited, never both and never neither.
CREATE VIEW verify.captured_at_provider AS
  SELECT e.id::text, p.provider, e.currency, e.amount,
    EXISTS (SELECT 1 FROM payments.payout_line l WHERE l.movement_id = e.id) AS paid_out,
    EXISTS (SELECT 1 FROM payments.awaited_payout a WHERE a.id = e.id AND a.amount = e.amount) AS awaited
  FROM payments.event e JOIN payments.payment p ON p.id = e.payment_id
  WHERE e.kind = 'capture' AND p.provider NOT IN ('gift_card', 'store_credit', 'bank_transfer', 'cash_on_delivery', 'sepa_debit');
