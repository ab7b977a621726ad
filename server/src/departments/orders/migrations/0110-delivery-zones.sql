-- Where goods go, from where and for how much: zones, the places that parcels leave, and a table for each method in each zone.
CREATE TABLE orders.delivery_zone (
  code text PRIMARY KEY,
  name text NOT NULL,
  countries text[] NOT NULL CHECK (cardinality(countries) > 0),
  regions text[] NOT NULL DEFAULT '{}',
  postcodes text[] NOT NULL DEFAULT '{}',
  position integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  -- Parts are parts of one country.
  CHECK (cardinality(countries) = 1 OR cardinality(regions) + cardinality(postcodes) = 0)
);

CREATE TABLE orders.delivery_place (
  location_code text PRIMARY KEY,
  time_zone text NOT NULL,
  cut_off text CHECK (cut_off ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  weekdays smallint[] NOT NULL CHECK (cardinality(weekdays) > 0),
  holidays date[] NOT NULL DEFAULT '{}',
  -- Where people collect: name, street, postcode, city, region, country, hours by language.
  pickup jsonb,
  version integer NOT NULL DEFAULT 1
);

ALTER TABLE orders.delivery_method
  ADD COLUMN kind text NOT NULL DEFAULT 'carriage' CHECK (kind IN ('carriage', 'pickup')),
  ADD COLUMN place text REFERENCES orders.delivery_place (location_code),
  ADD COLUMN limits jsonb NOT NULL DEFAULT '{}',
  -- [{zone, minDays, maxDays, tariffs: {currency: table}}]; which zones there are, use cases see to under their locks.
  ADD COLUMN rates jsonb NOT NULL DEFAULT '[]',
  ADD CHECK (kind = 'carriage' OR place IS NOT NULL);

-- What was sold before goes on: methods of the same countries share a zone, each with a flat rate.
INSERT INTO orders.delivery_zone (code, name, countries, position)
SELECT 'zone-' || row_number() OVER (ORDER BY first, countries), array_to_string(countries, ', '), countries,
  row_number() OVER (ORDER BY first, countries) - 1
FROM (SELECT min(position) AS first, countries FROM (
    SELECT position, (SELECT array_agg(DISTINCT c ORDER BY c) FROM unnest(countries) c) AS countries
    FROM orders.delivery_method WHERE cardinality(countries) > 0) m
  GROUP BY countries) distinct_zones;

UPDATE orders.delivery_method m SET rates = jsonb_build_array(jsonb_build_object(
    'zone', z.code, 'minDays', m.min_days, 'maxDays', m.max_days,
    'tariffs', (SELECT jsonb_object_agg(p.key, jsonb_build_object('by', 'flat', 'price', p.value)
        || CASE WHEN m.free_from ? p.key THEN jsonb_build_object('freeFrom', m.free_from -> p.key) ELSE '{}' END)
      FROM jsonb_each(m.prices) p)))
FROM orders.delivery_zone z
WHERE z.countries = (SELECT array_agg(DISTINCT c ORDER BY c) FROM unnest(m.countries) c) AND m.prices <> '{}';

ALTER TABLE orders.delivery_method DROP COLUMN countries, DROP COLUMN prices, DROP COLUMN free_from, DROP COLUMN min_days,
  DROP COLUMN max_days;

-- Parts of a country are told apart before the address is written for good.
ALTER TABLE orders.basket ADD COLUMN region text, ADD COLUMN postcode text;

-- The terms that an order was placed under: they do not change with the tables.
CREATE TABLE orders.delivery_terms (
  order_id uuid PRIMARY KEY REFERENCES orders.sales_order (id),
  kind text NOT NULL CHECK (kind IN ('carriage', 'pickup')),
  zone text NOT NULL,
  zone_name text NOT NULL,
  weight_grams bigint NOT NULL CHECK (weight_grams >= 0),
  pickup jsonb,
  CHECK (kind = 'carriage' OR pickup IS NOT NULL)
);
