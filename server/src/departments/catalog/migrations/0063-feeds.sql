-- Addresses at which Google, Meta and the like fetch what the shop sells in a market.
CREATE TABLE catalog.feed (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  format text NOT NULL CHECK (format IN ('google', 'meta')),
  channel text NOT NULL,
  market text NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'it', 'es', 'id')),
  -- Of the secret in its address, which is told once.
  token_hash bytea NOT NULL CONSTRAINT feed_token UNIQUE,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz,
  -- The last time that somebody fetched or checked it: items sent, products left out, and what was found wrong, by kind.
  read_at timestamptz,
  items integer NOT NULL DEFAULT 0,
  left_out integer NOT NULL DEFAULT 0,
  -- {"no_gtin": {"count": 12, "products": [{"id": "...", "name": "Mug"}]}}, the first products of each kind.
  problems jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX feed_by_time ON catalog.feed (created_at DESC, id DESC) WHERE revoked_at IS NULL;
