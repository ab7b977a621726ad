-- What prices were, so that a reduction can say the lowest price of the thirty days before it (Directive 98/6/EC art. 6a). Each row
-- is a version that is over; the one that holds stands in the table itself. Nothing is sampled: what was shown at any instant follows
-- from these rows.

CREATE TABLE pricing.price_past (
  variant_id uuid NOT NULL,
  currency text NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL CHECK (until_at > from_at),
  amount bigint NOT NULL,
  compare_at bigint,
  PRIMARY KEY (variant_id, currency, from_at)
);

CREATE TABLE pricing.list_price_past (
  variant_id uuid NOT NULL,
  list_id uuid NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL CHECK (until_at > from_at),
  -- Of one piece: what pages show.
  fine bigint NOT NULL,
  PRIMARY KEY (variant_id, list_id, from_at)
);

-- Only while it was active; whom, where and when it was for.
CREATE TABLE pricing.price_list_past (
  list_id uuid NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL CHECK (until_at > from_at),
  currency text NOT NULL,
  code text NOT NULL,
  priority integer NOT NULL,
  markets text[] NOT NULL,
  channels text[] NOT NULL,
  narrowed boolean NOT NULL,
  announced boolean NOT NULL,
  begins_at timestamptz,
  ends_at timestamptz,
  change_ppm bigint,
  based_on uuid,
  step bigint NOT NULL,
  less bigint NOT NULL,
  PRIMARY KEY (list_id, from_at)
);
CREATE INDEX price_list_past_by_currency ON pricing.price_list_past (currency, until_at);

-- Since when the list is active as it stands.
ALTER TABLE pricing.price_list ADD COLUMN since timestamptz;
UPDATE pricing.price_list SET since = active_at;
