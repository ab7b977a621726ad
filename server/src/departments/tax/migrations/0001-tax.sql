-- Dated rates by country and category. A rate is never edited: it ends, and another begins.
CREATE TABLE tax.rate (
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  category text NOT NULL,
  ppm bigint NOT NULL CHECK (ppm >= 0 AND ppm <= 1000000),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  source text NOT NULL,
  PRIMARY KEY (country, category, valid_from)
);
