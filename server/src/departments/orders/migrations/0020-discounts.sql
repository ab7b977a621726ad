-- What promotions took off: which coupons were entered, and what each line and the whole cost before.
ALTER TABLE orders.basket ADD COLUMN coupons text[] NOT NULL DEFAULT '{}';

-- [{promotion, names, amount}], as prices were shown.
ALTER TABLE orders.sales_order ADD COLUMN discounts jsonb NOT NULL DEFAULT '[]';
-- [{promotion, amount}] of the line; `subtotal` is the line before them.
ALTER TABLE orders.order_line ADD COLUMN discounts jsonb NOT NULL DEFAULT '[]', ADD COLUMN subtotal bigint;
UPDATE orders.order_line SET subtotal = unit_price * quantity;
ALTER TABLE orders.order_line ALTER COLUMN subtotal SET NOT NULL;
