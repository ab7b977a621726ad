-- What each member of staff has arranged for themselves: views of lists, what they looked at last, how screens look to them.

CREATE TABLE people.saved_view (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES people.staff (id),
  screen text NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  -- Filters, sort, columns, as the screen wrote them; the server reads none of it.
  query jsonb NOT NULL CHECK (jsonb_typeof(query) = 'object'),
  -- Whoever holds the role sees the view; its owner alone changes it.
  shared_with_role text CONSTRAINT saved_view_role REFERENCES people.role (code),
  position integer NOT NULL CHECK (position >= 0),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CONSTRAINT saved_view_name UNIQUE (staff_id, screen, name)
);
CREATE INDEX saved_view_shared ON people.saved_view (shared_with_role, screen) WHERE shared_with_role IS NOT NULL;

CREATE TABLE people.recent_record (
  staff_id uuid NOT NULL REFERENCES people.staff (id),
  kind text NOT NULL,
  record_id text NOT NULL,
  title text NOT NULL,
  path text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (staff_id, kind, record_id)
);
CREATE INDEX recent_record_by_time ON people.recent_record (staff_id, at DESC);

CREATE TABLE people.preference (
  staff_id uuid PRIMARY KEY REFERENCES people.staff (id),
  chosen jsonb NOT NULL CHECK (jsonb_typeof(chosen) = 'object')
);

CREATE OR REPLACE VIEW people.pub_watched AS
  SELECT 'staff'::text AS object_type, id::text AS object_id, version FROM people.staff
  UNION ALL SELECT 'saved_view', id::text, version FROM people.saved_view;
