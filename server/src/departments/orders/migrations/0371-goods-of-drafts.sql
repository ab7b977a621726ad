-- Until when the goods of a draft are set aside. What is set aside stands where all promises stand (inventory.reservation, by the draft's
-- id), so that no piece is promised twice.
CREATE TABLE orders.draft_hold (
  draft_id uuid PRIMARY KEY REFERENCES orders.draft (id) ON DELETE CASCADE,
  held_by text NOT NULL,
  held_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX draft_hold_by_end ON orders.draft_hold (ends_at);
CREATE VIEW verify.draft_hold AS
  SELECT h.draft_id::text, d.order_id IS NULL AS open, h.ends_at FROM orders.draft_hold h JOIN orders.draft d ON d.id = h.draft_id;

-- What it came to when it was last saved; null where nothing of it could be priced.
ALTER TABLE orders.draft ADD COLUMN total bigint, ADD COLUMN currency text, ADD CHECK ((total IS NULL) = (currency IS NULL));
-- Found by the name or the e-mail of whom it is for.
CREATE INDEX draft_by_words ON orders.draft USING gin (lower(name || ' ' || email) gin_trgm_ops);
