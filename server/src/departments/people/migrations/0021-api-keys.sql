-- Keys that staff give to programs. Hashed: the key itself is shown once.
CREATE TABLE people.api_key (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  token_hash bytea NOT NULL UNIQUE,
  -- Whose key it is: what it may do is what both the key and this person may, at the moment of the call.
  staff_id uuid NOT NULL REFERENCES people.staff (id),
  permissions text[] NOT NULL CHECK (cardinality(permissions) > 0),
  scope jsonb CHECK (jsonb_typeof(scope) = 'object'),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
  last_used_at timestamptz
);
CREATE INDEX api_key_by_time ON people.api_key (created_at DESC, id DESC);
CREATE INDEX api_key_by_staff ON people.api_key (staff_id);

-- Who took a key back, and when.
CREATE TABLE people.api_key_revocation (
  key_id uuid PRIMARY KEY REFERENCES people.api_key (id),
  revoked_at timestamptz NOT NULL,
  revoked_by text NOT NULL
);
