-- What the shopper last saw in a basket: {"place", "currency", "lines": {variant or bundle: {"quantity", "price", "problem"}},
-- "promotions": {code: names}}. What is otherwise now is told until they say that they have seen it.
ALTER TABLE orders.basket ADD COLUMN seen jsonb;
