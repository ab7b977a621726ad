-- Orders with a bundle, found by what was sold as one rather than by its components.
CREATE INDEX sales_order_by_bundle ON orders.sales_order USING gin (bundles jsonb_path_ops) WHERE bundles <> '[]';

-- What customers chose in orders that are paid: a bundle is one thing, its components are none.
CREATE VIEW verify.bought AS
  SELECT o.id::text AS order_id, l.variant_id::text FROM orders.sales_order o JOIN orders.order_line l ON l.order_id = o.id
  WHERE o.state = 'paid' AND l.bundle IS NULL
  UNION
  SELECT o.id::text, b.one ->> 'variantId' FROM orders.sales_order o CROSS JOIN LATERAL jsonb_array_elements(o.bundles) AS b(one)
  WHERE o.state = 'paid';
