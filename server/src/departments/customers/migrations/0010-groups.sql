-- Who buys: groups of customers, filled by hand and by rule; what rules look at stands on indexes.

ALTER TABLE customers.customer ADD COLUMN labels text[] NOT NULL DEFAULT '{}';
CREATE INDEX customer_by_label ON customers.customer USING gin (labels);
CREATE INDEX customer_by_domain ON customers.customer (split_part(email, '@', 2));

CREATE TABLE customers.customer_group (
  id uuid PRIMARY KEY,
  -- What price lists and promotions call it: it never changes.
  code text NOT NULL CONSTRAINT group_code UNIQUE CHECK (code ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  names jsonb NOT NULL,
  -- Null: by hand alone.
  rule jsonb,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL
);
CREATE INDEX customer_group_by_time ON customers.customer_group (created_at DESC, id DESC);
CREATE INDEX customer_group_search ON customers.customer_group USING gin (lower(code || ' ' || names::text) gin_trgm_ops);

CREATE TABLE customers.group_member (
  group_id uuid NOT NULL REFERENCES customers.customer_group (id),
  customer_id uuid NOT NULL REFERENCES customers.customer (id),
  -- Put in by a person: no rule takes them out.
  by_hand boolean NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (group_id, customer_id)
);
CREATE INDEX group_member_by_customer ON customers.group_member (customer_id);
CREATE INDEX group_member_by_time ON customers.group_member (group_id, since DESC, customer_id DESC);

-- What somebody bought and paid for, as rules of groups count it; told by orders.
CREATE TABLE customers.purchase (
  order_id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers.customer (id),
  country text NOT NULL,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  total bigint NOT NULL CHECK (total >= 0),
  placed_at timestamptz NOT NULL
);
CREATE INDEX purchase_by_customer ON customers.purchase (customer_id, placed_at DESC);

CREATE OR REPLACE VIEW customers.pub_watched AS
  SELECT 'customer'::text AS object_type, id::text AS object_id, version FROM customers.customer
  UNION ALL SELECT 'customer_group', id::text, version FROM customers.customer_group;

-- Who buys, as prices see them.
CREATE VIEW customers.pub_buyer AS
  SELECT c.id::text AS customer_id, c.id AS customer_uuid,
    ARRAY(SELECT g.code FROM customers.group_member m JOIN customers.customer_group g ON g.id = m.group_id
      WHERE m.customer_id = c.id ORDER BY g.code) AS groups
  FROM customers.customer c;
