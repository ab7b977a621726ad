-- Where an order was sold, for those who keep somebody to the orders of their markets.

CREATE OR REPLACE VIEW orders.pub_order AS
  SELECT id::text, id AS order_uuid, number, state, customer_id::text, total, currency, placed_at, market_code FROM orders.sales_order;
