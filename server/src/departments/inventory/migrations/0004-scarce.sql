-- What can still be sold of goods that run out, and nothing of all others: null there, so that a reservation of goods in plenty
-- changes no index (a HOT update). An index over what is available of everything was rewritten by every order line.
-- The bound is the highest that the setting inventory.low_stock can have (queries/low-stock.ts).
ALTER TABLE inventory.stock ADD COLUMN scarce bigint GENERATED ALWAYS AS (
  CASE WHEN NOT backorder AND on_hand + short - reserved <= 20 THEN on_hand + short - reserved END) STORED;
CREATE INDEX stock_scarce ON inventory.stock (scarce, variant_id, location_id) WHERE scarce IS NOT NULL;
DROP INDEX inventory.stock_by_available;
UPDATE host.setting SET value = '20' WHERE key = 'inventory.low_stock' AND (value #>> '{}')::bigint > 20;
