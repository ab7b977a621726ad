-- What leaves for an order: which pieces, from where, by whom, under which number, and what became of it.
CREATE TABLE fulfilment.parcel (
  id uuid PRIMARY KEY,
  order_id text NOT NULL,
  order_number bigint NOT NULL,
  -- 1, 2, 3 of its order: `100123-1`.
  number smallint NOT NULL CHECK (number > 0),
  market_code text NOT NULL,
  location_code text NOT NULL,
  state text NOT NULL CHECK (state IN ('packed', 'shipped', 'delivered', 'lost', 'returned', 'taken_back')),
  carrier text,
  tracking_number text,
  -- Its letters and digits alone: what people type is compared by it.
  tracking_key text,
  tracking_url text CHECK (tracking_url ~ '^https?://'),
  made_at timestamptz NOT NULL,
  shipped_at timestamptz,
  -- Until then it may be taken back as if it had never been shipped; then it has left, and its buyer is told.
  leaves_at timestamptz,
  left_at timestamptz,
  delivered_on date,
  CONSTRAINT parcel_of_its_order UNIQUE (order_id, number),
  CHECK ((tracking_number IS NULL) = (tracking_key IS NULL)),
  CHECK ((shipped_at IS NULL) = (leaves_at IS NULL)),
  CHECK (state NOT IN ('shipped', 'delivered', 'lost', 'returned') OR shipped_at IS NOT NULL),
  CHECK ((state = 'delivered') = (delivered_on IS NOT NULL))
);
CREATE INDEX parcel_by_time ON fulfilment.parcel (made_at, id);
CREATE INDEX parcel_by_state ON fulfilment.parcel (state, made_at, id);
CREATE INDEX parcel_by_location ON fulfilment.parcel (location_code, made_at, id);
CREATE INDEX parcel_by_market ON fulfilment.parcel (market_code, made_at, id);
CREATE INDEX parcel_by_order_number ON fulfilment.parcel (order_number, made_at, id);
CREATE INDEX parcel_by_tracking ON fulfilment.parcel (tracking_key) WHERE tracking_key IS NOT NULL;

CREATE TABLE fulfilment.parcel_line (
  parcel_id uuid NOT NULL REFERENCES fulfilment.parcel (id),
  position smallint NOT NULL,
  variant_id uuid NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (parcel_id, position)
);

-- What happened to it, who said so, when and why.
CREATE TABLE fulfilment.parcel_fact (
  id uuid PRIMARY KEY,
  parcel_id uuid NOT NULL REFERENCES fulfilment.parcel (id),
  fact text NOT NULL CHECK (fact IN ('packed', 'shipped', 'delivered', 'lost', 'returned', 'taken_back', 'tracked')),
  note text,
  actor text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX parcel_fact_by_parcel ON fulfilment.parcel_fact (parcel_id, at, id);
INSERT INTO host.final_table (name) VALUES ('fulfilment.parcel_fact');

CREATE VIEW fulfilment.pub_parcel AS
  SELECT id::text, order_id, order_id::uuid AS order_uuid, number, order_number || '-' || number AS label, state, market_code, location_code,
    carrier, tracking_number, tracking_key, tracking_url, shipped_at, left_at, delivered_on
  FROM fulfilment.parcel;
-- Pieces that are packed or went out.
CREATE VIEW fulfilment.pub_parcel_line AS
  SELECT p.order_id, p.order_id::uuid AS order_uuid, l.position, l.variant_id::text, l.quantity, p.id::text AS parcel_id, p.state
  FROM fulfilment.parcel_line l JOIN fulfilment.parcel p ON p.id = l.parcel_id WHERE p.state <> 'taken_back';

-- What parcels took off the shelf, by order and article; and how far each order says that it is.
CREATE VIEW verify.parcel_pieces AS
  SELECT p.id::text AS parcel, p.order_id, l.variant_id::text AS sku, sum(l.quantity)::bigint AS qty
  FROM fulfilment.parcel p JOIN fulfilment.parcel_line l ON l.parcel_id = p.id
  WHERE p.state IN ('shipped', 'delivered', 'lost', 'returned') GROUP BY p.id, p.order_id, l.variant_id;
