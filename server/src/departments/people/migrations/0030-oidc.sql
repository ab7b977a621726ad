-- Houses that vouch for who somebody is (OpenID Connect Core 1.0): staff sign in there instead of with a password here.
CREATE TABLE people.oidc_provider (
  id uuid PRIMARY KEY,
  -- As the button on the sign-in page says it.
  name text NOT NULL CHECK (name <> ''),
  -- Never changed: whom another issuer means by a subject is somebody else.
  issuer text NOT NULL,
  client_id text NOT NULL CHECK (client_id <> ''),
  -- Ciphertext under the house's key, bound to this row.
  client_secret bytea NOT NULL,
  -- Of e-mail addresses, in lower case: for no others does this provider speak.
  domains text[] NOT NULL CHECK (cardinality(domains) > 0),
  creates_people boolean NOT NULL,
  roles text[] NOT NULL,
  passwords_off boolean NOT NULL,
  enabled boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CONSTRAINT oidc_provider_roles CHECK (NOT creates_people OR cardinality(roles) > 0)
);
CREATE UNIQUE INDEX oidc_provider_name ON people.oidc_provider (lower(name));

-- Whom a provider means by a subject. One account of each provider to a person: whoever gets a leaver's mailbox later comes with
-- another subject, and does not get the leaver's place here with it.
CREATE TABLE people.oidc_link (
  provider_id uuid NOT NULL REFERENCES people.oidc_provider (id),
  subject text NOT NULL CHECK (subject <> ''),
  staff_id uuid NOT NULL REFERENCES people.staff (id),
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (provider_id, subject),
  CONSTRAINT oidc_link_person UNIQUE (staff_id, provider_id)
);
