-- Whose basket it is, once they have signed in: prices follow who is signed in, this is what stays when they are away.
ALTER TABLE orders.basket ADD COLUMN customer_id uuid;
CREATE INDEX basket_by_customer ON orders.basket (customer_id, updated_at DESC) WHERE customer_id IS NOT NULL;
