-- Why an order waits before it is sent: a row for each reason, from when it was held until somebody let it go.
CREATE TABLE orders.hold_rule (
  id uuid PRIMARY KEY,
  -- What it looks at and from where on (domain/hold-rule.ts).
  terms jsonb NOT NULL,
  -- Empty: every market.
  markets text[] NOT NULL,
  active boolean NOT NULL,
  -- Who is asked to look: `role:care_agent`, `unit:<id>`, `staff:<id>`; nobody where null.
  assignee text,
  -- In which language they are asked: that of who wrote the rule.
  locale text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE orders.hold (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES orders.sales_order (id),
  kind text NOT NULL CHECK (kind IN ('fraud', 'stock', 'address', 'manual')),
  -- The rule may be gone; what it said stays.
  rule_id uuid REFERENCES orders.hold_rule (id) ON DELETE SET NULL,
  because text NOT NULL,
  params jsonb NOT NULL,
  held_at timestamptz NOT NULL,
  held_by text NOT NULL,
  todo_id uuid,
  released_at timestamptz,
  released_by text,
  release_reason text,
  CHECK ((released_at IS NULL) = (released_by IS NULL) AND (released_at IS NULL) = (release_reason IS NULL))
);
-- A rule holds an order once: what somebody let go is not held again by the same.
CREATE UNIQUE INDEX hold_once_by_rule ON orders.hold (order_id, rule_id) WHERE rule_id IS NOT NULL;
CREATE INDEX hold_by_order ON orders.hold (order_id);
CREATE INDEX hold_open ON orders.hold (kind, order_id) WHERE released_at IS NULL;

-- That the rules looked at an order: verify finds those that were forgotten.
CREATE TABLE orders.hold_check (
  order_id uuid PRIMARY KEY REFERENCES orders.sales_order (id),
  at timestamptz NOT NULL
);

-- What rules ask of each order: who ordered before, and what went to the same door.
CREATE INDEX sales_order_by_email ON orders.sales_order (lower(email), placed_at DESC);
CREATE INDEX delivery_address_by_door ON orders.delivery_address (postcode, lower(street));

CREATE VIEW orders.pub_hold AS
  SELECT order_id::text, order_id AS order_uuid, kind, held_at FROM orders.hold WHERE released_at IS NULL;
