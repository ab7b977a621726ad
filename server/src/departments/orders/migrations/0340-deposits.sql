-- A pre-ordered order of which only a part is paid when it is placed, or nothing: what it holds, and costs, once the rest is there (ADR 0015).
-- The order's own row and lines are worth what is paid today; the rest waits as a balance from the moment that today's part is paid.
CREATE TABLE orders.deferral (
  order_id uuid PRIMARY KEY REFERENCES orders.sales_order (id),
  today bigint NOT NULL CHECK (today >= 0),
  later bigint NOT NULL CHECK (later > 0),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- About when it was to be ready, as was said when it was ordered.
  ready_on date NOT NULL,
  -- How long the rest may be paid, from the day that it is asked for.
  pay_days integer NOT NULL CHECK (pay_days > 0),
  hash_before text NOT NULL,
  hash_after text NOT NULL,
  after jsonb NOT NULL
);
INSERT INTO host.final_table (name) VALUES ('orders.deferral');

-- The rest of a deposit is a balance like that of a change; it is payable, and runs out, from when it was asked for.
ALTER TABLE orders.balance
  ADD COLUMN kind text NOT NULL DEFAULT 'change' CHECK (kind IN ('change', 'rest')),
  ADD COLUMN ready_on date,
  ADD COLUMN due_since timestamptz,
  ADD COLUMN reminded_at timestamptz,
  ADD CONSTRAINT rest_is_ready_on_a_day CHECK ((ready_on IS NOT NULL) = (kind = 'rest'));
CREATE INDEX rest_to_ask ON orders.balance (asked_at, id) WHERE kind = 'rest' AND ended_at IS NULL AND due_since IS NULL;
CREATE INDEX rest_to_remind ON orders.balance (expires_at, id)
  WHERE kind = 'rest' AND ended_at IS NULL AND due_since IS NOT NULL AND reminded_at IS NULL;

-- What was paid of orders whose rest is not there: owed to who paid it (verify O12).
CREATE VIEW verify.deposit AS
  SELECT d.order_id::text, o.entity_id::text AS entity, d.currency, d.today, d.later, d.hash_before, d.hash_after, o.state, o.total,
    o.goods_net + o.delivery_net AS net, o.content_hash, o.paid_at IS NOT NULL AS paid, b.id IS NOT NULL AS asked, b.amount, b.outcome,
    b.hash_before AS balance_before, b.hash_after AS balance_after
  FROM orders.deferral d JOIN orders.sales_order o ON o.id = d.order_id
  LEFT JOIN orders.balance b ON b.order_id = d.order_id AND b.kind = 'rest';
