-- How staff prove who they are, besides a password.

-- The seed of somebody's authenticator app, as ciphertext under the house's key. Without confirmed_at it is only offered.
CREATE TABLE people.totp (
  staff_id uuid PRIMARY KEY REFERENCES people.staff (id),
  secret bytea NOT NULL,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  -- The last half-minute whose code was accepted: none at or before it is taken again.
  last_step bigint NOT NULL DEFAULT 0
);

-- Single-use codes on paper, for who has lost the device. Keyed hashes.
CREATE TABLE people.recovery_code (
  staff_id uuid NOT NULL REFERENCES people.staff (id),
  code_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  spent_at timestamptz,
  PRIMARY KEY (staff_id, code_hash)
);

-- Credentials of WebAuthn: a public key each; the private one never leaves its device.
CREATE TABLE people.passkey (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES people.staff (id),
  credential_id text NOT NULL CONSTRAINT passkey_credential UNIQUE,
  public_key bytea NOT NULL,
  -- How often its device says that it was used; devices that share keys always say 0.
  counter bigint NOT NULL CHECK (counter >= 0),
  transports text[] NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX passkey_by_staff ON people.passkey (staff_id, created_at);

-- What a browser has begun and must finish within minutes: a sign-in that waits for its second factor, a question to a
-- passkey or to a provider. Known by a token in the browser's cookie, kept hashed, spent once.
CREATE TABLE people.sign_in_step (
  token_hash bytea PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('second-factor', 'enrolment', 'passkey', 'new-passkey', 'oidc')),
  staff_id uuid REFERENCES people.staff (id),
  data jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  spent_at timestamptz
);
CREATE INDEX sign_in_step_by_end ON people.sign_in_step (expires_at);
CREATE INDEX sign_in_step_by_staff ON people.sign_in_step (staff_id) WHERE spent_at IS NULL;
