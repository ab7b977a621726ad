-- Money at a provider under our name that no payment of ours knows: a person is asked whose it is.
CREATE TABLE payments.stray (
  provider text NOT NULL,
  provider_payment_id text NOT NULL,
  reference text NOT NULL,
  currency text NOT NULL,
  -- What the provider holds or has of it now, in whole minor units.
  amount bigint NOT NULL CHECK (amount >= 0),
  todo_id uuid,
  first_seen_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- It went back, or turned out to be a payment's.
  settled_at timestamptz,
  PRIMARY KEY (provider, provider_payment_id)
);
CREATE INDEX stray_open ON payments.stray (first_seen_at) WHERE settled_at IS NULL;
