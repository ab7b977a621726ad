-- Where people belong: companies from outside, departments and teams; and how far somebody's work here reaches.

-- Partners and vendors. The organisation itself is nobody's row: who has no company here is its own.
CREATE TABLE people.company (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('partner', 'vendor')),
  name text NOT NULL CHECK (name <> ''),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX company_name ON people.company (lower(name));

ALTER TABLE people.staff
  ADD COLUMN job_title text,
  ADD COLUMN time_zone text,
  ADD COLUMN company_id uuid REFERENCES people.company (id),
  -- From when to when somebody may act; checked with each call, so that no job has to end anything.
  ADD COLUMN begins_at timestamptz,
  ADD COLUMN ends_at timestamptz,
  -- Who answers for somebody from outside.
  ADD COLUMN sponsor_id uuid REFERENCES people.staff (id),
  -- Rows that they may touch: {"market": ["it"], "location": ["padova"]}. Null: all that their rights cover.
  ADD COLUMN scope jsonb CHECK (jsonb_typeof(scope) = 'object'),
  ADD CONSTRAINT staff_access_order CHECK (begins_at < ends_at),
  -- Nobody from outside stays for ever, nor without somebody who answers for them.
  ADD CONSTRAINT staff_outside_ends CHECK (company_id IS NULL OR (ends_at IS NOT NULL AND sponsor_id IS NOT NULL));
CREATE INDEX staff_by_company ON people.staff (company_id, lower(name), id) WHERE company_id IS NOT NULL;
CREATE INDEX staff_by_sponsor ON people.staff (sponsor_id) WHERE sponsor_id IS NOT NULL;
CREATE INDEX staff_by_end ON people.staff (ends_at, id) WHERE ends_at IS NOT NULL;

CREATE TABLE people.unit (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('department', 'team')),
  name text NOT NULL CHECK (name <> ''),
  -- The department that a team belongs to.
  parent_id uuid REFERENCES people.unit (id),
  head_id uuid REFERENCES people.staff (id),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CHECK (kind = 'team' OR parent_id IS NULL)
);
CREATE UNIQUE INDEX unit_name ON people.unit (lower(name));
CREATE INDEX unit_by_parent ON people.unit (parent_id);
CREATE INDEX unit_by_head ON people.unit (head_id);

CREATE TABLE people.unit_member (
  unit_id uuid NOT NULL REFERENCES people.unit (id),
  staff_id uuid NOT NULL REFERENCES people.staff (id),
  since timestamptz NOT NULL,
  PRIMARY KEY (unit_id, staff_id)
);
CREATE INDEX unit_member_by_staff ON people.unit_member (staff_id, unit_id);

-- Who closed a unit, when and why; what it did keeps its name.
CREATE TABLE people.unit_closing (
  unit_id uuid PRIMARY KEY REFERENCES people.unit (id),
  closed_at timestamptz NOT NULL,
  closed_by text NOT NULL,
  reason text NOT NULL
);

CREATE OR REPLACE VIEW people.pub_watched AS
  SELECT 'staff'::text AS object_type, id::text AS object_id, version FROM people.staff
  UNION ALL SELECT 'saved_view', id::text, version FROM people.saved_view
  UNION ALL SELECT 'unit', id::text, version FROM people.unit
  UNION ALL SELECT 'company', id::text, version FROM people.company;
