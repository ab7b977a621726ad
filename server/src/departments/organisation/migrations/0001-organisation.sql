-- As whom and where the house sells: legal entities, markets, channels.

CREATE TABLE organisation.entity (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  legal_name text NOT NULL,
  vat_number text,
  register_number text,
  email text NOT NULL,
  phone text,
  street text NOT NULL,
  postcode text NOT NULL,
  city text NOT NULL,
  region text,
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  time_zone text NOT NULL
);

CREATE TABLE organisation.market (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  position integer NOT NULL,
  countries text[] NOT NULL CHECK (cardinality(countries) > 0),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  language text NOT NULL CHECK (language IN ('en', 'it', 'es', 'id')),
  prices_include_tax boolean NOT NULL,
  law_pack text NOT NULL,
  entity_id uuid NOT NULL REFERENCES organisation.entity (id),
  location_code text NOT NULL
);

CREATE TABLE organisation.channel (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('storefront', 'marketplace', 'phone', 'point_of_sale')),
  names jsonb NOT NULL
);

CREATE VIEW organisation.pub_entity AS
  SELECT id::text, code, legal_name, currency, country, time_zone FROM organisation.entity;
CREATE VIEW organisation.pub_market AS
  SELECT m.id::text, m.code, m.position, m.countries, m.currency, m.language, m.prices_include_tax, m.law_pack,
    m.entity_id::text, e.time_zone, e.country AS entity_country, m.location_code
  FROM organisation.market m JOIN organisation.entity e ON e.id = m.entity_id;
CREATE VIEW organisation.pub_channel AS
  SELECT id::text, code, kind FROM organisation.channel;
