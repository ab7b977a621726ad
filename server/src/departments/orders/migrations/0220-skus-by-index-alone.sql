-- A SKU that thousands of orders have is found without reading their lines: an index over an expression answers alone only where it holds
-- the column too.
DROP INDEX orders.order_line_by_sku;
CREATE INDEX order_line_by_sku ON orders.order_line (lower(sku), order_id) INCLUDE (sku);
