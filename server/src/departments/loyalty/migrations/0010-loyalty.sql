-- Points for what customers buy: promises of the shop that become store credit.

-- The terms of a market's programme, every version for ever: an order is judged by those that stood when it was placed.
CREATE TABLE loyalty.terms (
  id uuid PRIMARY KEY,
  market_code text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  running boolean NOT NULL,
  names jsonb NOT NULL,
  -- So many points for each whole part of so much, in whole minor units of the market's currency.
  earn_points bigint NOT NULL CHECK (earn_points > 0),
  earn_amount bigint NOT NULL CHECK (earn_amount > 0),
  after_tax boolean NOT NULL,
  excluded_categories jsonb NOT NULL,
  excluded_groups jsonb NOT NULL,
  -- What one point is worth as store credit, in whole minor units.
  point_worth bigint NOT NULL CHECK (point_worth > 0),
  least_points bigint NOT NULL CHECK (least_points > 0),
  confirm_days integer NOT NULL CHECK (confirm_days BETWEEN 0 AND 365),
  -- 0: never.
  expiry_months integer NOT NULL CHECK (expiry_months BETWEEN 0 AND 120),
  expires_after text NOT NULL CHECK (expires_after IN ('earning', 'activity')),
  -- How many of a million points the shop expects to be turned into credit.
  redemption_ppm integer NOT NULL CHECK (redemption_ppm BETWEEN 0 AND 1000000),
  from_at timestamptz NOT NULL,
  CONSTRAINT one_terms_per_version UNIQUE (market_code, version)
);
INSERT INTO host.final_table (name) VALUES ('loyalty.terms');

-- What one customer has in the programme of one market.
CREATE TABLE loyalty.account (
  id uuid PRIMARY KEY,
  customer_id text NOT NULL,
  market_code text NOT NULL,
  entity_id text NOT NULL,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- Below zero: points that were spent before their order came back. The next ones fill it.
  balance bigint NOT NULL DEFAULT 0,
  pending bigint NOT NULL DEFAULT 0 CHECK (pending >= 0),
  opened_at timestamptz NOT NULL,
  CONSTRAINT one_account_per_customer UNIQUE (customer_id, market_code, entity_id, currency)
);

-- What an order earns: under which terms, how much of it went back, and from which day on it is certain.
CREATE TABLE loyalty.earning (
  order_id text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES loyalty.account (id),
  terms_id uuid NOT NULL REFERENCES loyalty.terms (id),
  earned bigint NOT NULL CHECK (earned >= 0),
  reversed bigint NOT NULL DEFAULT 0,
  -- Null: not all of it has arrived.
  ripe_on date,
  confirmed_at timestamptz,
  created_at timestamptz NOT NULL,
  CONSTRAINT reversed_within_earned CHECK (reversed BETWEEN 0 AND earned)
);
CREATE INDEX earning_by_account ON loyalty.earning (account_id, created_at);
CREATE INDEX earning_ripening ON loyalty.earning (ripe_on) WHERE confirmed_at IS NULL AND earned > reversed;

-- Points that were earned or given together: what each is worth and until when they are good.
CREATE TABLE loyalty.lot (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES loyalty.account (id),
  order_id text,
  points bigint NOT NULL CHECK (points > 0),
  remaining bigint NOT NULL,
  point_worth bigint NOT NULL,
  redemption_ppm integer NOT NULL,
  -- Of what is left: what stands for it in the ledger.
  booked bigint NOT NULL CHECK (booked >= 0),
  earned_on date NOT NULL,
  expires_on date,
  expiry_months integer NOT NULL,
  expires_after text NOT NULL,
  reminded_at timestamptz,
  CONSTRAINT left_within_lot CHECK (remaining BETWEEN 0 AND points)
);
CREATE INDEX lot_by_account ON loyalty.lot (account_id, expires_on, id) WHERE remaining > 0;
CREATE INDEX lot_ending ON loyalty.lot (expires_on, id) WHERE remaining > 0 AND expires_on IS NOT NULL;

-- Every change of points, for ever: of those that can be used, of those that wait, and of what the ledger owes for them.
CREATE TABLE loyalty.movement (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES loyalty.account (id),
  kind text NOT NULL CHECK (kind IN ('pending', 'earned', 'reversed', 'restored', 'converted', 'expired', 'granted', 'taken')),
  points bigint NOT NULL,
  pending bigint NOT NULL,
  booked bigint NOT NULL,
  -- Of a conversion: the store credit that they became.
  credited bigint NOT NULL DEFAULT 0,
  order_id text,
  reason text,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  CHECK (points <> 0 OR pending <> 0)
);
CREATE INDEX movement_by_account ON loyalty.movement (account_id, at, id);
CREATE INDEX movement_by_order ON loyalty.movement (order_id, at, id) WHERE order_id IS NOT NULL;
INSERT INTO host.final_table (name) VALUES ('loyalty.movement');

-- Points that became store credit; its id comes with the form, so that a form that is sent twice is one conversion.
CREATE TABLE loyalty.conversion (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES loyalty.account (id),
  points bigint NOT NULL CHECK (points > 0),
  amount bigint NOT NULL CHECK (amount > 0),
  credit_id text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX conversion_by_account ON loyalty.conversion (account_id, at);
INSERT INTO host.final_table (name) VALUES ('loyalty.conversion');

CREATE VIEW verify.point_account AS
  SELECT a.id::text, a.entity_id AS entity, a.currency, a.balance, a.pending,
    coalesce(m.points, 0)::bigint AS moved, coalesce(m.pending, 0)::bigint AS moved_pending, coalesce(m.booked, 0)::bigint AS moved_booked,
    coalesce(l.remaining, 0)::bigint AS in_lots, coalesce(l.booked, 0)::bigint AS booked,
    (SELECT coalesce(sum(e.earned - e.reversed), 0)::bigint FROM loyalty.earning e WHERE e.account_id = a.id AND e.confirmed_at IS NULL) AS waiting
  FROM loyalty.account a
  LEFT JOIN (SELECT account_id, sum(points) AS points, sum(pending) AS pending, sum(booked) AS booked FROM loyalty.movement GROUP BY 1) m
    ON m.account_id = a.id
  LEFT JOIN (SELECT account_id, sum(remaining) AS remaining, sum(booked) AS booked FROM loyalty.lot GROUP BY 1) l ON l.account_id = a.id;
CREATE VIEW verify.point_earning AS
  SELECT e.order_id, a.customer_id AS holder, o.customer_id AS buyer, e.earned, e.reversed, e.confirmed_at IS NOT NULL AS confirmed,
    coalesce(-(SELECT sum(m.points + m.pending) FROM loyalty.movement m WHERE m.order_id = e.order_id AND m.kind IN ('reversed', 'restored')), 0)::bigint AS taken_back,
    coalesce((SELECT sum(m.points + m.pending) FROM loyalty.movement m WHERE m.order_id = e.order_id), 0)::bigint AS moved
  FROM loyalty.earning e JOIN loyalty.account a ON a.id = e.account_id
  LEFT JOIN orders.pub_order o ON o.order_uuid = e.order_id::uuid;
