-- The shop's account with a payment provider. Keys are sealed under the house's secret; one row a provider.
CREATE TABLE payments.provider_account (
  provider text PRIMARY KEY CHECK (provider ~ '^[a-z][a-z0-9-]{1,39}$'),
  enabled boolean NOT NULL,
  sealed_key bytea,
  -- The end of the key, by which people tell two apart.
  key_ends_on text NOT NULL DEFAULT '',
  test_key boolean NOT NULL,
  sealed_webhook_secret bytea,
  -- The one before, for as long as the provider signs with both.
  sealed_former_secret bytea,
  checked_at timestamptz,
  -- Null while nobody asked; 'ok', or why it would not work.
  checked_as text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

-- When the cards of a market are charged, where its payment goes by a provider. A market that is not named: at once.
CREATE TABLE payments.rule (
  market_code text PRIMARY KEY,
  capture_on text NOT NULL CHECK (capture_on IN ('at_once', 'on_shipment')),
  version integer NOT NULL DEFAULT 1
);
