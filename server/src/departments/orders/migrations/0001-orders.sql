-- Baskets, and the orders that they become.

CREATE TABLE orders.delivery_method (
  code text PRIMARY KEY,
  names jsonb NOT NULL,
  descriptions jsonb NOT NULL,
  countries text[] NOT NULL,
  -- Currency -> whole minor units.
  prices jsonb NOT NULL,
  free_from jsonb NOT NULL DEFAULT '{}',
  tax_category text NOT NULL,
  min_days integer NOT NULL CHECK (min_days >= 0),
  max_days integer NOT NULL CHECK (max_days >= min_days),
  position integer NOT NULL,
  active boolean NOT NULL DEFAULT true
);

CREATE TABLE orders.basket (
  id uuid PRIMARY KEY,
  -- Whoever carries the token may change the basket; only its hash is kept.
  token_hash bytea NOT NULL,
  market_code text NOT NULL,
  channel_code text NOT NULL,
  country text NOT NULL,
  locale text NOT NULL,
  delivery_method text REFERENCES orders.delivery_method (code),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX basket_by_time ON orders.basket (updated_at);

CREATE TABLE orders.basket_line (
  basket_id uuid NOT NULL REFERENCES orders.basket (id) ON DELETE CASCADE,
  variant_id uuid NOT NULL,
  quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND 999),
  added_at timestamptz NOT NULL,
  PRIMARY KEY (basket_id, variant_id)
);

CREATE SEQUENCE orders.order_number START 100001;

CREATE TABLE orders.sales_order (
  id uuid PRIMARY KEY,
  number bigint NOT NULL UNIQUE,
  -- One basket, one order: the last word on a double click.
  basket_id uuid NOT NULL CONSTRAINT one_order_per_basket UNIQUE,
  entity_id uuid NOT NULL,
  market_code text NOT NULL,
  channel_code text NOT NULL,
  customer_id uuid,
  locale text NOT NULL,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  country text NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  state text NOT NULL CHECK (state IN ('awaiting_payment', 'paid', 'cancelled', 'expired')),
  placed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  paid_at timestamptz,
  goods bigint NOT NULL CHECK (goods >= 0),
  goods_net bigint NOT NULL CHECK (goods_net >= 0),
  delivery bigint NOT NULL CHECK (delivery >= 0),
  delivery_net bigint NOT NULL CHECK (delivery_net >= 0),
  tax bigint NOT NULL CHECK (tax >= 0),
  total bigint NOT NULL CHECK (total >= 0),
  prices_include_tax boolean NOT NULL,
  delivery_method text NOT NULL,
  delivery_names jsonb NOT NULL,
  promised_from date NOT NULL,
  promised_to date NOT NULL,
  -- Why the total is what it is, as the price engine said it.
  reasons jsonb NOT NULL,
  content_hash text NOT NULL,
  authorised_hash text,
  item_count integer NOT NULL,
  note text,
  version integer NOT NULL DEFAULT 1,
  CHECK (total = goods + delivery),
  CHECK (total = goods_net + delivery_net + tax)
);
CREATE INDEX sales_order_by_time ON orders.sales_order (placed_at DESC, id DESC);
CREATE INDEX sales_order_by_state ON orders.sales_order (state, placed_at DESC, id DESC);
CREATE INDEX sales_order_to_expire ON orders.sales_order (expires_at) WHERE state = 'awaiting_payment';
CREATE INDEX sales_order_by_customer ON orders.sales_order (customer_id, placed_at DESC, id DESC) WHERE customer_id IS NOT NULL;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX sales_order_by_person ON orders.sales_order USING gin (lower(name || ' ' || email) gin_trgm_ops);

CREATE TABLE orders.order_line (
  order_id uuid NOT NULL REFERENCES orders.sales_order (id),
  position smallint NOT NULL,
  variant_id uuid NOT NULL,
  sku text NOT NULL,
  handle text NOT NULL,
  name text NOT NULL,
  options text NOT NULL,
  image_file_id uuid,
  quantity integer NOT NULL CHECK (quantity > 0),
  unit_price bigint NOT NULL CHECK (unit_price >= 0),
  compare_at bigint,
  tax_category text NOT NULL,
  tax_ppm bigint NOT NULL,
  net bigint NOT NULL,
  tax bigint NOT NULL,
  total bigint NOT NULL CHECK (total = net + tax),
  PRIMARY KEY (order_id, position)
);
CREATE INDEX order_line_by_variant ON orders.order_line (variant_id);

CREATE TABLE orders.delivery_address (
  order_id uuid PRIMARY KEY REFERENCES orders.sales_order (id),
  name text NOT NULL,
  company text,
  street text NOT NULL,
  street2 text,
  postcode text NOT NULL,
  city text NOT NULL,
  region text,
  country text NOT NULL,
  phone text
);

-- A state that deserves a who, when and why is a row.
CREATE TABLE orders.cancellation (
  order_id uuid PRIMARY KEY REFERENCES orders.sales_order (id),
  reason text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL
);

CREATE TABLE orders.expiry (
  order_id uuid PRIMARY KEY REFERENCES orders.sales_order (id),
  at timestamptz NOT NULL
);

CREATE VIEW orders.pub_order AS
  SELECT id::text, id AS order_uuid, number, state, customer_id::text, total, currency, placed_at FROM orders.sales_order;

CREATE VIEW verify.orders AS
  SELECT id::text, number, state, currency, total, delivery AS extras, total AS charged, total AS net_total,
    paid_at IS NOT NULL AS paid, paid_at IS NOT NULL AS placed, false AS invoiced, content_hash, authorised_hash, false AS amended
  FROM orders.sales_order;
CREATE VIEW verify.order_line AS
  SELECT order_id::text, position, total FROM orders.order_line;
CREATE VIEW orders.pub_watched AS
  SELECT 'order'::text AS object_type, id::text AS object_id, version FROM orders.sales_order;
