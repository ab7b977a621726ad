-- What is taken off prices, for whom, and how often it was.

CREATE TABLE pricing.promotion (
  id uuid PRIMARY KEY,
  code text NOT NULL CONSTRAINT promotion_code UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]{0,39}$'),
  names jsonb NOT NULL,
  -- Conditions, action and cap, as docs/guides/price-simulator.md describes them.
  terms jsonb NOT NULL,
  needs_coupon boolean NOT NULL,
  begins_at timestamptz,
  ends_at timestamptz,
  priority integer NOT NULL,
  stacking_class text NOT NULL,
  exclusive boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CHECK (ends_at > begins_at)
);
CREATE INDEX promotion_by_time ON pricing.promotion (created_at DESC, id DESC);
CREATE INDEX promotion_by_coupon ON pricing.promotion (needs_coupon, created_at DESC, id DESC);
CREATE INDEX promotion_by_begin ON pricing.promotion (begins_at, id);
CREATE INDEX promotion_by_end ON pricing.promotion (ends_at, id);
CREATE INDEX promotion_words ON pricing.promotion USING gin (lower(code || ' ' || names::text) gin_trgm_ops);
-- Those that apply by themselves and have not ended: what every basket asks for.
CREATE INDEX promotion_automatic ON pricing.promotion ((coalesce(ends_at, 'infinity'::timestamptz))) WHERE NOT needs_coupon;

-- Who stopped it, when and why; until somebody lets it go on.
CREATE TABLE pricing.promotion_pause (
  id uuid PRIMARY KEY,
  promotion_id uuid NOT NULL REFERENCES pricing.promotion (id),
  at timestamptz NOT NULL,
  actor text NOT NULL,
  reason text NOT NULL,
  ended_at timestamptz
);
CREATE UNIQUE INDEX promotion_paused ON pricing.promotion_pause (promotion_id) WHERE ended_at IS NULL;

-- Only for promotions that are limited: their row is locked by each order that uses them, for the length of its commit.
CREATE TABLE pricing.promotion_limit (
  promotion_id uuid PRIMARY KEY REFERENCES pricing.promotion (id),
  most_uses bigint CHECK (most_uses > 0),
  uses bigint NOT NULL DEFAULT 0 CHECK (uses >= 0),
  most_uses_of_customer integer CHECK (most_uses_of_customer > 0),
  budget bigint CHECK (budget > 0),
  budget_currency text CHECK (budget_currency ~ '^[A-Z]{3}$'),
  spent bigint NOT NULL DEFAULT 0 CHECK (spent >= 0),
  CHECK ((budget IS NULL) = (budget_currency IS NULL)),
  -- Decided by the database, in the statement that travels with COMMIT, as the last unit of stock is (docs/adr/0005).
  CONSTRAINT promotion_not_overused CHECK (most_uses IS NULL OR uses <= most_uses),
  CONSTRAINT promotion_within_budget CHECK (budget IS NULL OR spent <= budget)
);

CREATE TABLE pricing.coupon (
  code text PRIMARY KEY CHECK (code = upper(code) AND code <> ''),
  promotion_id uuid NOT NULL REFERENCES pricing.promotion (id),
  most_uses integer CHECK (most_uses > 0),
  uses integer NOT NULL DEFAULT 0 CHECK (uses >= 0),
  created_at timestamptz NOT NULL,
  CONSTRAINT coupon_not_overused CHECK (most_uses IS NULL OR uses <= most_uses)
);
CREATE INDEX coupon_by_promotion ON pricing.coupon (promotion_id, code);

CREATE TABLE pricing.customer_use (
  promotion_id uuid NOT NULL REFERENCES pricing.promotion (id),
  customer_id uuid NOT NULL,
  uses integer NOT NULL CHECK (uses >= 0),
  most_uses integer NOT NULL,
  PRIMARY KEY (promotion_id, customer_id),
  CONSTRAINT promotion_not_overused_by_customer CHECK (uses <= most_uses)
);

CREATE TABLE pricing.redemption (
  order_id uuid NOT NULL,
  promotion_id uuid NOT NULL REFERENCES pricing.promotion (id),
  customer_id uuid,
  coupon text REFERENCES pricing.coupon (code),
  amount bigint NOT NULL CHECK (amount > 0),
  currency text NOT NULL,
  at timestamptz NOT NULL,
  -- The order came to nothing, and the use was given back.
  released_at timestamptz,
  PRIMARY KEY (order_id, promotion_id)
);
CREATE INDEX redemption_by_promotion ON pricing.redemption (promotion_id, at DESC, order_id);

CREATE VIEW pricing.pub_watched AS
  SELECT 'promotion'::text AS object_type, id::text AS object_id, version FROM pricing.promotion;
