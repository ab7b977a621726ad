-- Prices for some markets, channels, customers, quantities and times, beside the shop's own (0001).

CREATE TABLE pricing.price_list (
  id uuid PRIMARY KEY,
  code text NOT NULL CONSTRAINT price_list_code UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]{0,39}$'),
  names jsonb NOT NULL,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  priority integer NOT NULL,
  -- Empty: not narrowed.
  markets text[] NOT NULL,
  channels text[] NOT NULL,
  groups text[] NOT NULL,
  companies text[] NOT NULL,
  -- The usual price is shown struck through: an announced reduction.
  announced boolean NOT NULL,
  -- What was wished, by the clock of the zone; and the instants that it comes to.
  zone text NOT NULL,
  begins text CHECK (begins ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'),
  ends text CHECK (ends ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'),
  begins_at timestamptz,
  ends_at timestamptz,
  -- Derived from other prices: a percentage in parts per million, to a multiple of `step` minor units less `less`.
  change_ppm bigint CHECK (change_ppm >= -1000000),
  based_on uuid REFERENCES pricing.price_list (id),
  step bigint NOT NULL DEFAULT 1 CHECK (step > 0),
  less bigint NOT NULL DEFAULT 0 CHECK (less >= 0 AND less < step),
  -- Null: being prepared, and asked by nobody.
  active_at timestamptz,
  price_count bigint NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CHECK (ends_at > begins_at),
  CHECK ((begins IS NULL) = (begins_at IS NULL) AND (ends IS NULL) = (ends_at IS NULL)),
  CHECK (based_on IS NULL OR change_ppm IS NOT NULL),
  CHECK (based_on <> id)
);
CREATE INDEX price_list_by_time ON pricing.price_list (created_at DESC, id DESC);
CREATE INDEX price_list_by_currency ON pricing.price_list (currency, created_at DESC, id DESC);
CREATE INDEX price_list_by_begin ON pricing.price_list (begins_at, id);
CREATE INDEX price_list_by_end ON pricing.price_list (ends_at, id);
CREATE INDEX price_list_words ON pricing.price_list USING gin (lower(code || ' ' || names::text) gin_trgm_ops);
-- What every page asks for: those that are active and have not ended.
CREATE INDEX price_list_live ON pricing.price_list (currency, (coalesce(ends_at, 'infinity'::timestamptz)))
  WHERE active_at IS NOT NULL;

CREATE TABLE pricing.list_price (
  list_id uuid NOT NULL REFERENCES pricing.price_list (id),
  variant_id uuid NOT NULL,
  from_quantity integer NOT NULL CHECK (from_quantity > 0),
  -- Ten-thousandths of the minor unit.
  fine bigint NOT NULL CHECK (fine >= 0),
  since timestamptz NOT NULL,
  PRIMARY KEY (list_id, variant_id, from_quantity)
);
CREATE INDEX list_price_by_variant ON pricing.list_price (variant_id, list_id, from_quantity);
CREATE INDEX list_price_by_time ON pricing.list_price (since DESC, list_id DESC, variant_id DESC, from_quantity DESC);
CREATE INDEX list_price_of_list_by_time ON pricing.list_price (list_id, since DESC, variant_id DESC, from_quantity DESC);

CREATE OR REPLACE VIEW pricing.pub_watched AS
  SELECT 'promotion'::text AS object_type, id::text AS object_id, version FROM pricing.promotion
  UNION ALL SELECT 'price_list', id::text, version FROM pricing.price_list;
