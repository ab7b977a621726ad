-- A program outside that drafts translations; off until somebody gives its address.
CREATE TABLE catalog.machine_translator (
  provider text PRIMARY KEY CHECK (provider IN ('libretranslate')),
  enabled boolean NOT NULL,
  address text NOT NULL,
  -- Sealed under the house's key (host/auth/sealed-text.ts); null where it asks for none.
  sealed_key bytea,
  monthly_characters integer NOT NULL CHECK (monthly_characters > 0),
  version integer NOT NULL,
  updated_at timestamptz NOT NULL
);

-- What it was sent in a month (UTC), counted before it is sent, so that two tasks together never go over.
CREATE TABLE catalog.machine_use (
  month text PRIMARY KEY CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
  characters bigint NOT NULL CHECK (characters >= 0)
);
