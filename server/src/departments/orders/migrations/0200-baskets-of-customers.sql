-- The basket that a customer goes on with, on every device: one each. Who joins or opens one locks its row first.
CREATE TABLE orders.customer_basket (
  customer_id uuid PRIMARY KEY,
  basket_id uuid REFERENCES orders.basket (id)
);
INSERT INTO orders.customer_basket (customer_id, basket_id)
SELECT DISTINCT ON (b.customer_id) b.customer_id, b.id FROM orders.basket b
WHERE b.customer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM orders.sales_order o WHERE o.basket_id = b.id)
ORDER BY b.customer_id, b.updated_at DESC, b.id;

-- A guest's basket that went into the customer's at sign-in: by which policy, and what did not come along.
CREATE TABLE orders.basket_join (
  from_id uuid PRIMARY KEY REFERENCES orders.basket (id),
  into_id uuid NOT NULL REFERENCES orders.basket (id),
  customer_id uuid NOT NULL,
  policy text NOT NULL CHECK (policy IN ('add_up', 'larger', 'guest', 'customer')),
  -- [{"variantId": ..., "quantity": 2, "because": "policy"}]
  left_out jsonb NOT NULL CHECK (jsonb_typeof(left_out) = 'array'),
  at timestamptz NOT NULL,
  CHECK (from_id <> into_id)
);
CREATE INDEX basket_join_by_basket ON orders.basket_join (into_id, at DESC);
