-- Goods that may be sold before they lie there: how many at most, and what is said of when they ship.
ALTER TABLE inventory.stock ADD COLUMN beyond bigint NOT NULL DEFAULT 0 CHECK (beyond >= 0);
-- Still the last word on overselling: never more than there is and may be sold beyond it.
ALTER TABLE inventory.stock DROP CONSTRAINT stock_not_oversold,
  ADD CONSTRAINT stock_not_oversold CHECK (backorder OR reserved <= on_hand + short + beyond);

CREATE TABLE inventory.promise (
  variant_id uuid NOT NULL,
  location_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('backorder', 'preorder')),
  ships_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (variant_id, location_id),
  FOREIGN KEY (variant_id, location_id) REFERENCES inventory.stock (variant_id, location_id)
);
CREATE INDEX promise_by_day ON inventory.promise (ships_on, variant_id, location_id);

-- Every day that was ever promised: what an order was sold for is the one in force when it was placed.
CREATE TABLE inventory.promise_day (
  id uuid PRIMARY KEY,
  variant_id uuid NOT NULL,
  location_id uuid NOT NULL,
  ships_on date NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX promise_day_of_stock ON inventory.promise_day (variant_id, location_id, at DESC, id DESC);
INSERT INTO host.final_table (name) VALUES ('inventory.promise_day');

-- That a day slipped was told to an order.
CREATE TABLE inventory.promise_told (
  order_id uuid NOT NULL,
  variant_id uuid NOT NULL,
  ships_on date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (order_id, variant_id, ships_on)
);
INSERT INTO host.final_table (name) VALUES ('inventory.promise_told');

CREATE OR REPLACE VIEW inventory.pub_availability AS
  SELECT s.variant_id::text, s.variant_id AS variant_uuid, l.code AS location_code,
    CASE WHEN s.backorder THEN 1000000 ELSE greatest(s.on_hand + s.short + s.beyond - s.reserved, 0) END AS available
  FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id;
-- What may be sold beyond the shelf counts like a shortage that was recorded: reserved may be as much more.
CREATE OR REPLACE VIEW verify.stock AS
  SELECT variant_id::text AS sku, location_id::text AS location, on_hand, reserved, short + beyond AS short, backorder FROM inventory.stock;
