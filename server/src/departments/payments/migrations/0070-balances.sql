-- What a paid order came to cost more is paid beside it, by a payment of its own: `balance_of` says for which change (orders.balance).
ALTER TABLE payments.payment ADD COLUMN balance_of uuid;
DROP INDEX payments.one_payment_per_order;
CREATE UNIQUE INDEX one_payment_per_order ON payments.payment (order_id)
  WHERE NOT surplus AND provider <> 'gift_card' AND balance_of IS NULL;
-- Once by each way: by a provider's page, or by hand. Money beyond that stands as surplus.
CREATE UNIQUE INDEX one_payment_per_balance ON payments.payment (balance_of, provider) WHERE NOT surplus AND balance_of IS NOT NULL;

CREATE OR REPLACE VIEW verify.payment AS
  SELECT id::text, CASE WHEN surplus THEN NULL ELSE order_id::text END AS order_id, provider, provider_payment_id AS provider_ref,
    authorised AS authorized, captured, refunded, currency, updated_at, in_review, open_charge,
    CASE WHEN capture_on = 'on_shipment' THEN authorised - captured - released ELSE 0 END AS held,
    CASE WHEN surplus THEN NULL ELSE balance_of::text END AS balance
  FROM payments.payment;
