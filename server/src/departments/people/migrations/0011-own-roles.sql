-- Roles that an organisation makes for itself, beside the ready-made ones that come with the program.

ALTER TABLE people.role
  DROP CONSTRAINT role_code_check,
  ADD CONSTRAINT role_code_check CHECK (code ~ '^[a-z][a-z0-9_]*$'),
  ADD COLUMN ready_made boolean NOT NULL DEFAULT false,
  ADD COLUMN description text,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  -- Null for those that come with the program.
  ADD COLUMN created_at timestamptz;
UPDATE people.role SET ready_made = true;
CREATE UNIQUE INDEX role_own_name ON people.role (lower(names ->> 'en')) WHERE NOT ready_made;
-- Who may do a certain thing, among whatever number of roles.
CREATE INDEX role_by_permission ON people.role USING gin (permissions);

-- Who took a role out of use, when and why.
CREATE TABLE people.role_retirement (
  role_code text PRIMARY KEY REFERENCES people.role (code),
  retired_at timestamptz NOT NULL,
  retired_by text NOT NULL,
  reason text NOT NULL
);

CREATE OR REPLACE VIEW people.pub_watched AS
  SELECT 'staff'::text AS object_type, id::text AS object_id, version FROM people.staff
  UNION ALL SELECT 'saved_view', id::text, version FROM people.saved_view
  UNION ALL SELECT 'unit', id::text, version FROM people.unit
  UNION ALL SELECT 'company', id::text, version FROM people.company
  UNION ALL SELECT 'role', code, version FROM people.role WHERE created_at IS NOT NULL;
