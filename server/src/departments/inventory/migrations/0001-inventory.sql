-- Where stock is, how much, what of it is promised to orders, and every move that made it so.

CREATE TABLE inventory.location (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('warehouse', 'shop', 'supplier', 'transit')),
  country text NOT NULL
);

CREATE TABLE inventory.stock (
  variant_id uuid NOT NULL,
  location_id uuid NOT NULL REFERENCES inventory.location (id),
  on_hand bigint NOT NULL DEFAULT 0 CONSTRAINT stock_on_hand_not_negative CHECK (on_hand >= 0),
  reserved bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  -- Recorded breakage or loss below what was reserved (verify S1).
  short bigint NOT NULL DEFAULT 0 CHECK (short >= 0),
  backorder boolean NOT NULL DEFAULT false,
  PRIMARY KEY (variant_id, location_id),
  -- The last word on overselling: whatever the program decides, the database never promises more than there is.
  CONSTRAINT stock_not_oversold CHECK (backorder OR reserved <= on_hand + short)
);
CREATE INDEX stock_by_location ON inventory.stock (location_id, variant_id);
CREATE INDEX stock_low ON inventory.stock ((on_hand - reserved), variant_id);

CREATE TABLE inventory.reservation (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL,
  variant_id uuid NOT NULL,
  location_id uuid NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  created_at timestamptz NOT NULL,
  -- A reservation ends once: released, or taken by a shipment.
  ended_at timestamptz,
  ended_by text CHECK (ended_by IN ('released', 'shipped')),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
  -- Nothing is promised of what was never stocked there.
  CONSTRAINT reservation_of_stock FOREIGN KEY (variant_id, location_id) REFERENCES inventory.stock (variant_id, location_id)
);
CREATE INDEX reservation_by_order ON inventory.reservation (order_id);
CREATE INDEX reservation_live ON inventory.reservation (variant_id, location_id) WHERE ended_at IS NULL;

CREATE TABLE inventory.move (
  id uuid PRIMARY KEY,
  variant_id uuid NOT NULL,
  location_id uuid NOT NULL REFERENCES inventory.location (id),
  quantity bigint NOT NULL CHECK (quantity <> 0),
  cause text NOT NULL CHECK (cause IN ('opening', 'import', 'adjustment', 'shipment', 'receipt', 'return')),
  reason text,
  ref text,
  actor text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX move_by_stock ON inventory.move (variant_id, location_id, at DESC, id DESC);

INSERT INTO host.final_table (name) VALUES ('inventory.move');

CREATE VIEW inventory.pub_availability AS
  SELECT s.variant_id::text, s.variant_id AS variant_uuid, l.code AS location_code,
    CASE WHEN s.backorder THEN 1000000 ELSE greatest(s.on_hand + s.short - s.reserved, 0) END AS available
  FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id;

CREATE VIEW verify.stock AS
  SELECT variant_id::text AS sku, location_id::text AS location, on_hand, reserved, short, backorder FROM inventory.stock;
CREATE VIEW verify.reservation AS
  SELECT id::text, order_id::text, variant_id::text AS sku, location_id::text AS location, quantity AS qty, ended_at IS NULL AS live
  FROM inventory.reservation;
CREATE VIEW verify.stock_move AS
  SELECT id::text, variant_id::text AS sku, location_id::text AS location, quantity AS qty FROM inventory.move;
