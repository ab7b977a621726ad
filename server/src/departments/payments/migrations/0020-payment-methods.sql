-- How an order can be paid, as the shop offers it; orders keep which one they took, beside their payment.
CREATE TABLE payments.payment_method (
  code text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('provider_hosted', 'bank_transfer', 'cash_on_delivery', 'sepa_debit')),
  -- Whose page it is; null: the usual one of the house.
  provider text CHECK (provider IS NULL OR kind = 'provider_hosted'),
  names jsonb NOT NULL,
  instructions jsonb NOT NULL DEFAULT '{}',
  -- Nothing in them: wherever the shop sells, in every currency, to everybody.
  markets text[] NOT NULL DEFAULT '{}',
  countries text[] NOT NULL DEFAULT '{}',
  customer_groups text[] NOT NULL DEFAULT '{}',
  -- Currency -> whole minor units.
  min_total jsonb NOT NULL DEFAULT '{}',
  max_total jsonb NOT NULL DEFAULT '{}',
  currencies text[] NOT NULL DEFAULT '{}',
  -- When an order paid so may be fulfilled: once its money is there, or at once.
  clears text NOT NULL CHECK (clears IN ('payment', 'order')),
  -- Banking days that its money may take; a hosted page has minutes instead (orders.payment_minutes).
  due_days integer NOT NULL CHECK (due_days BETWEEN 1 AND 90),
  position integer NOT NULL,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  CHECK (kind <> 'provider_hosted' OR clears = 'payment'),
  CHECK (kind <> 'cash_on_delivery' OR clears = 'order')
);
INSERT INTO payments.payment_method (code, kind, names, clears, due_days, position)
VALUES ('online', 'provider_hosted', '{"en": "Pay online now", "it": "Paga ora online", "es": "Pagar ahora en línea", "id": "Bayar online sekarang"}', 'payment', 1, 0);

-- Which method the payment was opened under; null for those from before, and for gift cards.
ALTER TABLE payments.payment ADD COLUMN method text REFERENCES payments.payment_method (code);

