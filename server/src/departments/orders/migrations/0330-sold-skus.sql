-- Which SKUs an order has, in the order of the list: a SKU in twenty thousand orders is walked from the newest on instead of being looked up
-- and sorted. Written with the lines (store/sold-skus.ts), each SKU of an order once. A table of its own, so that bringing in what was sold so
-- far neither writes the lines anew nor keeps anybody from them.
CREATE TABLE orders.sold_sku (
  -- As it is looked for: in small letters.
  sku text NOT NULL,
  placed_at timestamptz NOT NULL,
  order_id uuid NOT NULL
);
INSERT INTO orders.sold_sku (sku, placed_at, order_id)
SELECT lower(l.sku), o.placed_at, l.order_id FROM orders.order_line l JOIN orders.sales_order o ON o.id = l.order_id
GROUP BY 1, 2, 3;
ALTER TABLE orders.sold_sku ADD PRIMARY KEY (sku, placed_at, order_id);
DROP INDEX orders.order_line_by_sku;
-- A state within a market, also where nothing is in both: what people see whose work is narrowed to some markets.
CREATE INDEX sales_order_by_market_and_state ON orders.sales_order (market_code, state, placed_at DESC, id DESC);
