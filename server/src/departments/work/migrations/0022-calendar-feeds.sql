-- Calendars outside that read the house's: each an address that nobody can guess, of which only the hash is kept.
CREATE TABLE work.calendar_feed (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL,
  token_hash bytea NOT NULL CONSTRAINT calendar_feed_token UNIQUE,
  name text NOT NULL CHECK (name <> ''),
  locale text NOT NULL CHECK (locale IN ('en', 'it', 'es', 'id')),
  -- What it is narrowed to; null means everything that its owner may see.
  kinds text[],
  markets text[],
  unit_id uuid,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX calendar_feed_by_owner ON work.calendar_feed (staff_id, created_at) WHERE revoked_at IS NULL;
