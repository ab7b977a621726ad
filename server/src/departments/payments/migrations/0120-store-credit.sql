-- Store credit stands among the payments of an order as gift cards do: one for each grant that pays a part of it.
DROP INDEX payments.one_payment_per_order;
CREATE UNIQUE INDEX one_payment_per_order ON payments.payment (order_id)
  WHERE NOT surplus AND provider NOT IN ('gift_card', 'store_credit') AND balance_of IS NULL;

-- Which grant of store credit a refund became instead of money; null where money went back.
ALTER TABLE payments.refund ADD COLUMN credit_id text CHECK (credit_id IS NULL OR state = 'succeeded');
