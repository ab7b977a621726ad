-- Orders of which nothing is delivered: no way of delivery, no promise, nothing to pay for it. Lines keep what kind of thing they are.
ALTER TABLE orders.sales_order ALTER COLUMN delivery_method DROP NOT NULL, ALTER COLUMN promised_from DROP NOT NULL,
  ALTER COLUMN promised_to DROP NOT NULL;
ALTER TABLE orders.sales_order ADD CONSTRAINT nothing_delivered_nothing_promised CHECK (
  (delivery_method IS NULL) = (promised_from IS NULL) AND (delivery_method IS NULL) = (promised_to IS NULL)
  AND (delivery_method IS NOT NULL OR (delivery = 0 AND delivery_net = 0)));
ALTER TABLE orders.order_line ADD COLUMN kind text NOT NULL DEFAULT 'physical';

-- What lies on no shelf holds no stock.
CREATE OR REPLACE VIEW verify.order_pieces AS
  SELECT o.id::text AS order_id, l.variant_id::text AS sku, sum(l.quantity)::bigint AS qty
  FROM orders.sales_order o JOIN orders.order_line l ON l.order_id = o.id
  WHERE o.state IN ('awaiting_payment', 'paid') AND l.kind NOT IN ('digital', 'service', 'gift_card')
  GROUP BY o.id, l.variant_id;
