-- Parts of a country that are taxed otherwise: by region, by postcode, or by both lists together.
CREATE TABLE tax.zone (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  name text NOT NULL,
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  regions text[] NOT NULL,
  -- '23041', '35000-35999', 'BT*'.
  postcodes text[] NOT NULL,
  -- Its taxes take the place of the country's; else they are added to them.
  instead boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CHECK (cardinality(regions) + cardinality(postcodes) > 0)
);
CREATE INDEX zone_by_country ON tax.zone (country);

-- Several taxes at once: each its own dated rate, of a whole country ('') or of a zone.
ALTER TABLE tax.rate ADD COLUMN zone_code text NOT NULL DEFAULT '';
ALTER TABLE tax.rate ADD COLUMN tax text NOT NULL DEFAULT 'vat' CHECK (tax ~ '^[a-z][a-z0-9_]{0,19}$');
ALTER TABLE tax.rate ADD COLUMN compound boolean NOT NULL DEFAULT false;
ALTER TABLE tax.rate DROP CONSTRAINT rate_pkey;
ALTER TABLE tax.rate ADD PRIMARY KEY (country, zone_code, category, tax, valid_from);

-- Where the field and the laws disagree, a market says which way it goes; one that says nothing has the usual choices.
CREATE TABLE tax.market_choice (
  market_code text PRIMARY KEY,
  choices jsonb NOT NULL,
  version integer NOT NULL
);
