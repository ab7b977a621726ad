-- What a piece costs the house, by the legal person that buys it and in its currency. What it was stays: each past row is a cost that
-- is over, as with prices.
CREATE TABLE pricing.cost (
  variant_id uuid NOT NULL,
  entity_id uuid NOT NULL,
  amount bigint NOT NULL CHECK (amount >= 0),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  since timestamptz NOT NULL,
  PRIMARY KEY (variant_id, entity_id)
);
CREATE TABLE pricing.cost_past (
  variant_id uuid NOT NULL,
  entity_id uuid NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL CHECK (until_at > from_at),
  amount bigint NOT NULL,
  currency text NOT NULL,
  PRIMARY KEY (variant_id, entity_id, from_at)
);
CREATE VIEW pricing.pub_cost AS
  SELECT variant_id AS variant_uuid, entity_id AS entity_uuid, amount, currency FROM pricing.cost;
