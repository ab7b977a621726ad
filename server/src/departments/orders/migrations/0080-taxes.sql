-- What each tax of an order comes to, and why it bears these: on its lines, and by tax and rate for the whole.
ALTER TABLE orders.order_line ADD COLUMN taxes jsonb NOT NULL DEFAULT '[]';
ALTER TABLE orders.sales_order ADD COLUMN taxes jsonb NOT NULL DEFAULT '[]';
ALTER TABLE orders.sales_order ADD COLUMN tax_treatment text;
