-- People and roles that a directory keeps (SCIM 2.0, RFC 7643): whom it turned off, and by which names of its own it knows them.

-- Turned off, and on again: unlike an ending it can be taken back. Whoever is suspended is let in nowhere.
CREATE TABLE people.suspension (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES people.staff (id),
  suspended_at timestamptz NOT NULL,
  suspended_by text NOT NULL,
  lifted_at timestamptz,
  lifted_by text
);
CREATE UNIQUE INDEX suspension_now ON people.suspension (staff_id) WHERE lifted_at IS NULL;

CREATE TABLE people.scim_user (
  staff_id uuid PRIMARY KEY REFERENCES people.staff (id),
  external_id text,
  given_name text,
  family_name text,
  updated_at timestamptz NOT NULL,
  -- The directory deleted it: it is not told of again, unless somebody of that address comes back.
  removed_at timestamptz
);
CREATE INDEX scim_user_by_external ON people.scim_user (external_id);

CREATE TABLE people.scim_group (
  role_code text PRIMARY KEY REFERENCES people.role (code),
  external_id text NOT NULL
);
