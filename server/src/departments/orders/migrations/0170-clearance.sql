-- That an order may be fulfilled, and on what ground. It is not the same as being paid: goods that are paid at the door leave before.
CREATE TABLE orders.clearance (
  order_id uuid PRIMARY KEY REFERENCES orders.sales_order (id),
  ground text NOT NULL CHECK (ground IN ('paid', 'authorised', 'on_delivery', 'on_account')),
  actor text NOT NULL,
  at timestamptz NOT NULL
);
INSERT INTO orders.clearance (order_id, ground, actor, at)
  SELECT id, 'paid', 'system:migration', coalesce(paid_at, placed_at) FROM orders.sales_order WHERE paid_at IS NOT NULL;

CREATE VIEW orders.pub_clearance AS
  SELECT c.order_id::text, c.order_id AS order_uuid, c.ground, c.at AS cleared_at
  FROM orders.clearance c JOIN orders.sales_order o ON o.id = c.order_id WHERE o.state IN ('awaiting_payment', 'paid');
