-- What is bought together: counted from orders, kept in a bounded number for each product, and what people wish of it.
-- No foreign keys to products, which are never deleted: counting would wait for whoever saves one of them, and they for each other.
CREATE TABLE catalog.bought (
  product_id uuid PRIMARY KEY,
  -- Paid orders with it, of the last thousand.
  orders integer NOT NULL CHECK (orders > 0),
  counted_at timestamptz NOT NULL
);
CREATE TABLE catalog.bought_together (
  product_id uuid NOT NULL,
  other_id uuid NOT NULL,
  together integer NOT NULL CHECK (together > 0),
  PRIMARY KEY (product_id, other_id),
  CONSTRAINT together_with_itself CHECK (product_id <> other_id)
);
-- Orders with these came or went since they were counted. At first: whatever was ever sold.
CREATE TABLE catalog.bought_together_due (product_id uuid PRIMARY KEY);
INSERT INTO catalog.bought_together_due SELECT id FROM catalog.product;

CREATE TABLE catalog.together_wish (
  product_id uuid NOT NULL,
  other_id uuid NOT NULL,
  wish text NOT NULL CHECK (wish IN ('pinned', 'excluded')),
  position smallint NOT NULL CHECK (position > 0),
  PRIMARY KEY (product_id, other_id)
);

CREATE VIEW verify.variant AS SELECT id::text, product_id::text FROM catalog.variant;
CREATE VIEW verify.bought_together AS
  SELECT t.product_id::text, t.other_id::text, t.together, b.orders,
    EXISTS (SELECT 1 FROM catalog.bought_together_due d WHERE d.product_id = t.product_id) AS due
  FROM catalog.bought_together t JOIN catalog.bought b USING (product_id);
