-- One index for each declared sort and filter of the list of orders (queries/orders-list.ts); the keys follow.
CREATE INDEX sales_order_by_name ON orders.sales_order (lower(name), id);
CREATE INDEX sales_order_by_total ON orders.sales_order (total, id);
CREATE INDEX sales_order_by_market ON orders.sales_order (market_code, placed_at DESC, id DESC);
