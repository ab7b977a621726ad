-- Vouchers for any goods (multi-purpose, Directive 2006/112/EC, article 30b): what the shop owes to whoever holds the code.
CREATE TABLE gift_cards.card (
  id uuid PRIMARY KEY,
  -- SHA-256 of the code; the code itself is kept nowhere. Null until it is first sent.
  code_hash bytea CONSTRAINT one_card_per_code UNIQUE,
  last4 text,
  entity_id text NOT NULL,
  market_code text NOT NULL,
  locale text NOT NULL,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  initial bigint NOT NULL CHECK (initial > 0),
  balance bigint NOT NULL CHECK (balance >= 0),
  -- Of the balance: promised to orders that are not paid yet.
  held bigint NOT NULL DEFAULT 0,
  -- Its last day; null for ever.
  expires_on date,
  origin text NOT NULL CHECK (origin IN ('sold', 'by_hand')),
  -- Of the order that bought it, and which piece of which of its lines.
  order_id text,
  line_position smallint,
  piece smallint,
  recipient_email text NOT NULL,
  recipient_name text NOT NULL DEFAULT '',
  sender_name text NOT NULL DEFAULT '',
  message text NOT NULL DEFAULT '',
  issued_at timestamptz NOT NULL,
  sent_at timestamptz,
  blocked_at timestamptz,
  blocked_because text,
  cancelled_at timestamptz,
  -- What can be said of it without knowing the day.
  standing text NOT NULL GENERATED ALWAYS AS (CASE WHEN cancelled_at IS NOT NULL THEN 'cancelled'
    WHEN blocked_at IS NOT NULL THEN 'blocked' WHEN balance = 0 THEN 'spent' ELSE 'open' END) STORED,
  CONSTRAINT held_within_balance CHECK (held BETWEEN 0 AND balance),
  CONSTRAINT one_card_per_piece UNIQUE (order_id, line_position, piece),
  CHECK ((origin = 'sold') = (order_id IS NOT NULL)),
  CHECK ((blocked_at IS NULL) = (blocked_because IS NULL)),
  CHECK (cancelled_at IS NULL OR balance = 0)
);
CREATE INDEX card_by_time ON gift_cards.card (issued_at, id);
CREATE INDEX card_by_balance ON gift_cards.card (balance, id);
CREATE INDEX card_by_initial ON gift_cards.card (initial, id);
CREATE INDEX card_by_expiry ON gift_cards.card (expires_on, id);
CREATE INDEX card_by_market ON gift_cards.card (market_code, issued_at, id);
CREATE INDEX card_by_currency ON gift_cards.card (currency, issued_at, id);
CREATE INDEX card_by_origin ON gift_cards.card (origin, issued_at, id);
CREATE INDEX card_by_standing ON gift_cards.card (standing, issued_at, id);
CREATE INDEX card_by_last4 ON gift_cards.card (last4, issued_at, id);
CREATE INDEX card_by_order ON gift_cards.card (order_id, issued_at, id) WHERE order_id IS NOT NULL;
CREATE INDEX card_by_words ON gift_cards.card
  USING gin (lower(coalesce(last4, '') || ' ' || recipient_email || ' ' || recipient_name) gin_trgm_ops);

-- What was promised to an order, and what became of it.
CREATE TABLE gift_cards.redemption (
  id uuid PRIMARY KEY,
  card_id uuid NOT NULL REFERENCES gift_cards.card (id),
  order_id text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  state text NOT NULL CHECK (state IN ('held', 'redeemed', 'freed')),
  created_at timestamptz NOT NULL,
  CONSTRAINT one_redemption_per_order UNIQUE (card_id, order_id)
);

CREATE INDEX redemption_by_order ON gift_cards.redemption (order_id);

-- Every change of a balance, for ever.
CREATE TABLE gift_cards.movement (
  id uuid PRIMARY KEY,
  card_id uuid NOT NULL REFERENCES gift_cards.card (id),
  kind text NOT NULL CHECK (kind IN ('issued', 'redeemed', 'returned', 'adjusted', 'lapsed', 'cancelled')),
  amount bigint NOT NULL CHECK (amount <> 0),
  order_id text,
  reason text,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  CHECK (kind = 'adjusted' OR (amount > 0) = (kind IN ('issued', 'returned')))
);
CREATE INDEX movement_by_card ON gift_cards.movement (card_id, at, id);
CREATE UNIQUE INDEX one_issue_per_card ON gift_cards.movement (card_id) WHERE kind = 'issued';
INSERT INTO host.final_table (name) VALUES ('gift_cards.movement');

-- Which cards a basket is to be paid with, as far as they reach.
CREATE TABLE gift_cards.basket_card (
  basket_id uuid NOT NULL,
  card_id uuid NOT NULL REFERENCES gift_cards.card (id),
  added_at timestamptz NOT NULL,
  PRIMARY KEY (basket_id, card_id)
);

-- To whom a card goes that lies in a basket; pieces without a row go to the buyer.
CREATE TABLE gift_cards.gift (
  id uuid PRIMARY KEY,
  basket_id uuid NOT NULL,
  variant_id uuid NOT NULL,
  recipient_email text NOT NULL,
  recipient_name text NOT NULL,
  sender_name text NOT NULL,
  message text NOT NULL,
  added_at timestamptz NOT NULL
);
CREATE INDEX gift_by_basket ON gift_cards.gift (basket_id, variant_id, added_at, id);

-- How long the cards of a market are good for; without a row for ever.
CREATE TABLE gift_cards.rule (
  market_code text PRIMARY KEY,
  valid_months integer NOT NULL CHECK (valid_months BETWEEN 0 AND 600),
  version integer NOT NULL DEFAULT 1
);

CREATE VIEW verify.gift_card AS
  SELECT c.id::text, c.entity_id AS entity, c.currency, c.initial, c.balance, c.held,
    (SELECT coalesce(sum(m.amount), 0)::bigint FROM gift_cards.movement m WHERE m.card_id = c.id) AS moved,
    (SELECT coalesce(sum(r.amount), 0)::bigint FROM gift_cards.redemption r WHERE r.card_id = c.id AND r.state = 'held') AS promised
  FROM gift_cards.card c;
