-- What else a list of orders is sorted by, beside each SKU: twenty thousand orders with one SKU are sorted out of the index alone instead of
-- being looked up one by one. Written with the lines, and anew where an order is changed (store/sold-skus.ts). No further index, which each
-- order would have to pay for: the one that there is holds them.
ALTER TABLE orders.sold_sku ADD number bigint, ADD total bigint, ADD name text;
UPDATE orders.sold_sku s SET number = o.number, total = o.total, name = lower(o.name) FROM orders.sales_order o WHERE o.id = s.order_id;
ALTER TABLE orders.sold_sku ALTER number SET NOT NULL, ALTER total SET NOT NULL, ALTER name SET NOT NULL;
ALTER TABLE orders.sold_sku DROP CONSTRAINT sold_sku_pkey;
ALTER TABLE orders.sold_sku ADD PRIMARY KEY (sku, placed_at, order_id) INCLUDE (number, total, name);
