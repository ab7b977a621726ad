-- Words of the shop's own by which orders are sorted: declared once, with a colour, and hung on orders beside what they are.
CREATE TABLE orders.tag (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 40),
  colour text NOT NULL CHECK (colour IN ('grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink')),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX tag_by_name ON orders.tag (lower(name));

CREATE TABLE orders.order_tag (
  order_id uuid NOT NULL REFERENCES orders.sales_order (id),
  tag_id uuid NOT NULL REFERENCES orders.tag (id) ON DELETE CASCADE,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  PRIMARY KEY (order_id, tag_id)
);
CREATE INDEX order_tag_by_tag ON orders.order_tag (tag_id, order_id);
