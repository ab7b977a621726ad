-- Bundles in baskets, as they were chosen, and in orders: what was sold as one, and which lines it consists of.
CREATE TABLE orders.basket_bundle (
  basket_id uuid NOT NULL REFERENCES orders.basket (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  variant_id uuid NOT NULL,
  -- [{"group": 0, "variantId": ..., "count": 2}]
  choices jsonb NOT NULL CHECK (jsonb_typeof(choices) = 'array'),
  -- The same text for the same choices: one line of the basket.
  choice_key text NOT NULL,
  quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND 99),
  added_at timestamptz NOT NULL,
  PRIMARY KEY (basket_id, id),
  CONSTRAINT same_bundle_once UNIQUE (basket_id, variant_id, choice_key)
);

-- [{variantId, sku, handle, name, imageFileId, quantity, own, subtotal, promotions}]; amounts as prices were shown.
ALTER TABLE orders.sales_order ADD COLUMN bundles jsonb NOT NULL DEFAULT '[]';
-- Which of the order's bundles a line is a component of; its subtotal is its share of the bundle's price, `own` what it costs by itself.
ALTER TABLE orders.order_line ADD COLUMN bundle smallint, ADD COLUMN own bigint,
  ADD CONSTRAINT component_has_own CHECK ((bundle IS NULL) = (own IS NULL));

-- What each bundle of an order cost, and what its components sum to.
CREATE VIEW verify.order_bundle AS
  SELECT o.id::text AS order_id, b.at - 1 AS bundle, (b.one ->> 'subtotal')::bigint AS subtotal, l.components, l.sum
  FROM orders.sales_order o
  CROSS JOIN LATERAL jsonb_array_elements(o.bundles) WITH ORDINALITY AS b(one, at)
  CROSS JOIN LATERAL (SELECT count(*) AS components, coalesce(sum(l.subtotal), 0)::bigint AS sum
    FROM orders.order_line l WHERE l.order_id = o.id AND l.bundle = b.at - 1) l;
-- What the lines of an order that holds stock ask for, by variant.
CREATE VIEW verify.order_pieces AS
  SELECT o.id::text AS order_id, l.variant_id::text AS sku, sum(l.quantity)::bigint AS qty
  FROM orders.sales_order o JOIN orders.order_line l ON l.order_id = o.id
  WHERE o.state IN ('awaiting_payment', 'paid') GROUP BY o.id, l.variant_id;
