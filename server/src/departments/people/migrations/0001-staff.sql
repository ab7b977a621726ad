-- Staff, the roles that they hold, and what each role may do.

CREATE TABLE people.staff (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  email text NOT NULL CHECK (email = lower(email)),
  -- Null until the first sign-in through an activation link.
  password_hash text,
  locale text NOT NULL CHECK (locale IN ('en', 'it', 'es', 'id')),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX staff_email ON people.staff (email);
CREATE INDEX staff_by_name ON people.staff (lower(name), id);

-- Who ended somebody's work here, when and why.
CREATE TABLE people.ending (
  staff_id uuid PRIMARY KEY REFERENCES people.staff (id),
  ended_at timestamptz NOT NULL,
  ended_by text NOT NULL,
  reason text NOT NULL
);

CREATE TABLE people.role (
  code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z_]*$'),
  names jsonb NOT NULL,
  permissions text[] NOT NULL,
  position integer NOT NULL
);

CREATE TABLE people.staff_role (
  staff_id uuid NOT NULL REFERENCES people.staff (id),
  role_code text NOT NULL REFERENCES people.role (code),
  granted_at timestamptz NOT NULL,
  PRIMARY KEY (staff_id, role_code)
);
CREATE INDEX staff_role_by_role ON people.staff_role (role_code);

-- Objects whose every version is in the audit trail (verify A2).
CREATE VIEW people.pub_watched AS
  SELECT 'staff'::text AS object_type, id::text AS object_id, version FROM people.staff;
