-- The market of the order, beside what is listed: who works for a market without payments looked through those of all others to find none.
-- Null where the order is gone: seen by nobody whose work is narrowed.
ALTER TABLE payments.payment ADD market_code text;
UPDATE payments.payment p SET market_code = o.market_code FROM orders.pub_order o WHERE o.order_uuid = p.order_id;
CREATE INDEX payment_by_market ON payments.payment (market_code, created_at DESC, id DESC);
ALTER TABLE payments.dispute ADD market_code text;
UPDATE payments.dispute d SET market_code = o.market_code FROM orders.pub_order o WHERE o.order_uuid = d.order_id;
CREATE INDEX dispute_by_market ON payments.dispute (market_code, opened_at, id);
