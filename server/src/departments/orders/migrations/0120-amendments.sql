-- What was changed of an order after it was placed: everything that it held before and after, who changed it and why. The order's own
-- row and lines are those of its last amendment (verify O9); what was sold first is what the first one says it found.
CREATE TABLE orders.amendment (
  order_id uuid NOT NULL REFERENCES orders.sales_order (id),
  number smallint NOT NULL CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('edit', 'part_cancellation')),
  reason text NOT NULL CHECK (reason IN ('customer_asked', 'out_of_stock', 'mistake', 'goodwill', 'other')),
  note text,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  -- Whether the order was paid by then: then what it costs less goes back, and its documents follow.
  paid boolean NOT NULL,
  total_before bigint NOT NULL,
  total_after bigint NOT NULL CHECK (total_after >= 0),
  hash_before text NOT NULL,
  hash_after text NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  -- What was wanted back for it.
  refund_ids text[] NOT NULL,
  PRIMARY KEY (order_id, number)
);
INSERT INTO host.final_table (name) VALUES ('orders.amendment');

-- Charged is what the order came to when it was paid: what it costs less since then goes back, and is refunded, not uncharged.
CREATE OR REPLACE VIEW verify.orders AS
  SELECT o.id::text, o.number, o.state, o.currency, o.total, o.delivery AS extras,
    CASE WHEN o.paid_at IS NULL THEN o.total ELSE coalesce((SELECT a.total_before FROM orders.amendment a
      WHERE a.order_id = o.id AND a.paid ORDER BY a.number LIMIT 1), o.total) END AS charged,
    o.total AS net_total, o.paid_at IS NOT NULL AS paid, o.paid_at IS NOT NULL AS placed, false AS invoiced, o.content_hash,
    o.authorised_hash, EXISTS (SELECT 1 FROM orders.amendment a WHERE a.order_id = o.id AND a.paid) AS amended
  FROM orders.sales_order o;
CREATE VIEW verify.amendment AS
  SELECT order_id::text, number::integer, paid, total_before, total_after, hash_before, hash_after FROM orders.amendment;
