-- The last orders with a variant, without reading all that it was ever sold in: ids of orders begin with their time.
CREATE INDEX order_line_by_variant_and_order ON orders.order_line (variant_id, order_id DESC);
DROP INDEX orders.order_line_by_variant;
