-- A paid order that a change makes dearer: the change waits, whole, until its difference is paid, waived or nobody pays it (ADR 0014).
-- What it would hold then is kept as it was agreed; the order's own row and lines are still those of before.
CREATE TABLE orders.balance (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES orders.sales_order (id),
  amount bigint NOT NULL CHECK (amount > 0),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  reason text NOT NULL CHECK (reason IN ('customer_asked', 'out_of_stock', 'mistake', 'goodwill', 'other')),
  note text,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  hash_before text NOT NULL,
  hash_after text NOT NULL,
  after jsonb NOT NULL,
  ended_at timestamptz,
  outcome text CHECK (outcome IN ('paid', 'received', 'waived', 'undone', 'expired', 'order_cancelled')),
  ended_by text,
  -- Why it was waived or undone.
  end_reason text,
  CHECK ((ended_at IS NULL) = (outcome IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX one_balance_due ON orders.balance (order_id) WHERE ended_at IS NULL;
CREATE INDEX balance_of_order ON orders.balance (order_id, asked_at);
CREATE INDEX balance_to_expire ON orders.balance (expires_at) WHERE ended_at IS NULL;

ALTER TABLE orders.amendment ADD COLUMN balance_id uuid REFERENCES orders.balance (id);

-- Charged is what the order came to when it was paid, and what was paid for changes since: what it costs less is refunded, not uncharged.
CREATE OR REPLACE VIEW verify.orders AS
  SELECT o.id::text, o.number, o.state, o.currency, o.total, o.delivery AS extras,
    CASE WHEN o.paid_at IS NULL THEN o.total ELSE coalesce((SELECT a.total_before FROM orders.amendment a
      WHERE a.order_id = o.id AND a.paid ORDER BY a.number LIMIT 1), o.total) + coalesce((SELECT sum(a.total_after - a.total_before)
      FROM orders.amendment a WHERE a.order_id = o.id AND a.paid AND a.total_after > a.total_before), 0)::bigint END AS charged,
    o.total AS net_total, o.paid_at IS NOT NULL AS paid, o.paid_at IS NOT NULL AS placed, false AS invoiced, o.content_hash,
    o.authorised_hash, EXISTS (SELECT 1 FROM orders.amendment a WHERE a.order_id = o.id AND a.paid) AS amended
  FROM orders.sales_order o;
CREATE OR REPLACE VIEW verify.amendment AS
  SELECT order_id::text, number::integer, paid, total_before, total_after, hash_before, hash_after, balance_id::text AS balance
  FROM orders.amendment;
CREATE VIEW verify.balance AS
  SELECT b.id::text, b.order_id::text, b.amount, b.outcome, b.hash_before, b.hash_after, o.content_hash, o.state
  FROM orders.balance b JOIN orders.sales_order o ON o.id = b.order_id;

-- What a waiting change asks for besides is promised to the order already.
CREATE OR REPLACE VIEW verify.order_pieces AS
  SELECT order_id, sku, max(qty)::bigint AS qty FROM (
    SELECT o.id::text AS order_id, l.variant_id::text AS sku, sum(l.quantity)::bigint AS qty
    FROM orders.sales_order o JOIN orders.order_line l ON l.order_id = o.id
    WHERE o.state IN ('awaiting_payment', 'paid') AND l.kind NOT IN ('digital', 'service', 'gift_card')
    GROUP BY o.id, l.variant_id
    UNION ALL
    SELECT b.order_id::text, l ->> 'variantId', sum((l ->> 'quantity')::bigint)::bigint
    FROM orders.balance b CROSS JOIN jsonb_array_elements(b.after -> 'lines') l
    WHERE b.ended_at IS NULL AND l ->> 'kind' NOT IN ('digital', 'service', 'gift_card')
    GROUP BY b.order_id, l ->> 'variantId') p
  GROUP BY order_id, sku;
