-- One base price per variant and currency. Price lists by market, group, quantity and time grow beside it.
CREATE TABLE pricing.price (
  variant_id uuid NOT NULL,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  amount bigint NOT NULL CHECK (amount >= 0),
  compare_at bigint CHECK (compare_at > amount),
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (variant_id, currency)
);

CREATE VIEW pricing.pub_price AS
  SELECT variant_id::text, currency, amount, compare_at FROM pricing.price;
