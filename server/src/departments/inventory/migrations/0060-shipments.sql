-- Which shipment took a reservation, so that it can be given back as it was.
ALTER TABLE inventory.reservation ADD COLUMN shipment text,
  ADD CONSTRAINT shipment_of_shipped CHECK (shipment IS NULL OR ended_by = 'shipped');
CREATE OR REPLACE VIEW verify.reservation AS
  SELECT id::text, order_id::text, variant_id::text AS sku, location_id::text AS location, quantity AS qty, ended_at IS NULL AS live,
    coalesce(ended_by = 'shipped', false) AS shipped, shipment
  FROM inventory.reservation;
CREATE OR REPLACE VIEW verify.stock_move AS
  SELECT id::text, variant_id::text AS sku, location_id::text AS location, quantity AS qty, cause, ref FROM inventory.move;
CREATE INDEX reservation_by_shipment ON inventory.reservation (shipment) WHERE shipment IS NOT NULL;
