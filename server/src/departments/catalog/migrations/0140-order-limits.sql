-- How many of a product one order may have: at least, at most (of all its variants together), and in steps. Without a row: any number.
CREATE TABLE catalog.order_limit (
  product_id uuid PRIMARY KEY REFERENCES catalog.product (id),
  least integer NOT NULL CHECK (least BETWEEN 1 AND 999),
  most integer CHECK (most BETWEEN least AND 999),
  step integer NOT NULL CHECK (step BETWEEN 1 AND 999)
);

CREATE VIEW catalog.pub_order_limit AS SELECT product_id AS product_uuid, least, most, step FROM catalog.order_limit;
