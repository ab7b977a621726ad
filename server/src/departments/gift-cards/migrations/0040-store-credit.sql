-- Store credit is what a card is, held by a customer instead of by whoever knows its code: each grant is a row with its own last day.
ALTER TABLE gift_cards.card
  ADD COLUMN customer_id text,
  -- Why it was granted; the words of who granted it stand with its first movement.
  ADD COLUMN because text CHECK (because IN ('goodwill', 'refund', 'return', 'correction')),
  -- When its holder was told that it ends.
  ADD COLUMN reminded_at timestamptz,
  DROP CONSTRAINT card_origin_check,
  ADD CONSTRAINT card_origin_check CHECK (origin IN ('sold', 'by_hand', 'credit')),
  ADD CONSTRAINT credit_has_a_holder CHECK ((origin = 'credit') = (customer_id IS NOT NULL)),
  ADD CONSTRAINT credit_has_a_cause CHECK ((origin = 'credit') = (because IS NOT NULL)),
  ADD CONSTRAINT credit_has_no_code CHECK (customer_id IS NULL OR code_hash IS NULL);

-- The two are listed apart, so that neither list walks through the other's rows.
DROP INDEX gift_cards.card_by_time;
DROP INDEX gift_cards.card_by_balance;
DROP INDEX gift_cards.card_by_initial;
DROP INDEX gift_cards.card_by_expiry;
DROP INDEX gift_cards.card_by_market;
DROP INDEX gift_cards.card_by_currency;
DROP INDEX gift_cards.card_by_standing;
CREATE INDEX card_by_time ON gift_cards.card (issued_at, id) WHERE customer_id IS NULL;
CREATE INDEX card_by_balance ON gift_cards.card (balance, id) WHERE customer_id IS NULL;
CREATE INDEX card_by_initial ON gift_cards.card (initial, id) WHERE customer_id IS NULL;
CREATE INDEX card_by_expiry ON gift_cards.card (expires_on, id) WHERE customer_id IS NULL;
CREATE INDEX card_by_market ON gift_cards.card (market_code, issued_at, id) WHERE customer_id IS NULL;
CREATE INDEX card_by_currency ON gift_cards.card (currency, issued_at, id) WHERE customer_id IS NULL;
CREATE INDEX card_by_standing ON gift_cards.card (standing, issued_at, id) WHERE customer_id IS NULL;
CREATE INDEX credit_by_time ON gift_cards.card (issued_at, id) WHERE customer_id IS NOT NULL;
CREATE INDEX credit_by_balance ON gift_cards.card (balance, id) WHERE customer_id IS NOT NULL;
CREATE INDEX credit_by_initial ON gift_cards.card (initial, id) WHERE customer_id IS NOT NULL;
CREATE INDEX credit_by_expiry ON gift_cards.card (expires_on, id) WHERE customer_id IS NOT NULL;
CREATE INDEX credit_by_market ON gift_cards.card (market_code, issued_at, id) WHERE customer_id IS NOT NULL;
CREATE INDEX credit_by_currency ON gift_cards.card (currency, issued_at, id) WHERE customer_id IS NOT NULL;
CREATE INDEX credit_by_standing ON gift_cards.card (standing, issued_at, id) WHERE customer_id IS NOT NULL;
CREATE INDEX credit_by_cause ON gift_cards.card (because, issued_at, id) WHERE customer_id IS NOT NULL;
CREATE INDEX credit_by_customer ON gift_cards.card (customer_id, issued_at, id) WHERE customer_id IS NOT NULL;
-- What can still end.
CREATE INDEX credit_ending ON gift_cards.card (expires_on) WHERE customer_id IS NOT NULL AND balance > 0 AND expires_on IS NOT NULL;

-- Baskets whose customer chose to pay with their store credit, as far as it reaches.
CREATE TABLE gift_cards.basket_credit (
  basket_id uuid PRIMARY KEY,
  added_at timestamptz NOT NULL
);

CREATE OR REPLACE VIEW verify.gift_card AS
  SELECT c.id::text, c.entity_id AS entity, c.currency, c.initial, c.balance, c.held,
    (SELECT coalesce(sum(m.amount), 0)::bigint FROM gift_cards.movement m WHERE m.card_id = c.id) AS moved,
    (SELECT coalesce(sum(r.amount), 0)::bigint FROM gift_cards.redemption r WHERE r.card_id = c.id AND r.state = 'held') AS promised,
    CASE WHEN c.customer_id IS NULL THEN 'gift_cards' ELSE 'store_credit' END AS account
  FROM gift_cards.card c;

CREATE VIEW verify.credit_use AS
  SELECT r.id::text, r.order_id, c.customer_id AS holder, o.customer_id AS buyer
  FROM gift_cards.redemption r JOIN gift_cards.card c ON c.id = r.card_id
  LEFT JOIN orders.pub_order o ON o.order_uuid = r.order_id::uuid WHERE c.customer_id IS NOT NULL;
