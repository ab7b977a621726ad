-- What people are asked to do: who asked whom, who took it, and each step of it as a row.

CREATE TABLE work.project (
  id uuid PRIMARY KEY,
  title text NOT NULL CHECK (title <> ''),
  -- The template that it was made from: a ready-made one's word, or an own one's id.
  template text NOT NULL,
  anchor_on date NOT NULL,
  record_type text,
  record_id text,
  made_by uuid,
  made_at timestamptz NOT NULL,
  CHECK ((record_type IS NULL) = (record_id IS NULL))
);
CREATE INDEX project_by_time ON work.project (made_at DESC, id DESC);

CREATE TABLE work.recurrence (
  id uuid PRIMARY KEY,
  title text NOT NULL CHECK (title <> ''),
  note text NOT NULL DEFAULT '',
  assignee text NOT NULL CHECK (assignee ~ '^(staff|unit|role):[a-z0-9_-]+$'),
  assignee_names jsonb NOT NULL,
  priority text NOT NULL CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  checklist text[] NOT NULL DEFAULT '{}',
  rule jsonb NOT NULL CHECK (jsonb_typeof(rule) = 'object'),
  due_time time NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  -- Up to which day its to-dos have been made.
  made_until date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  made_by uuid,
  made_at timestamptz NOT NULL,
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
);

-- Who stopped a recurrence, when and why.
CREATE TABLE work.recurrence_end (
  recurrence_id uuid PRIMARY KEY REFERENCES work.recurrence (id),
  at timestamptz NOT NULL,
  by text NOT NULL,
  reason text NOT NULL
);

CREATE TABLE work.todo (
  id uuid PRIMARY KEY,
  title text NOT NULL CHECK (title <> ''),
  note text NOT NULL DEFAULT '',
  record_type text,
  record_id text,
  -- Who is asked: 'staff:<id>', 'unit:<id>' or 'role:<code>', with the name that it had then.
  assignee text NOT NULL CHECK (assignee ~ '^(staff|unit|role):[a-z0-9_-]+$'),
  assignee_names jsonb NOT NULL CHECK (jsonb_typeof(assignee_names) = 'object'),
  taken_by uuid,
  taken_name text,
  priority text NOT NULL DEFAULT 'normal' CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  due_at timestamptz,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken', 'done', 'dropped')),
  made_by uuid,
  made_name text,
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- Under which inboxes were told last.
  occasion text NOT NULL DEFAULT '',
  project_id uuid REFERENCES work.project (id),
  recurrence_id uuid REFERENCES work.recurrence (id),
  occurs_on date,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT todo_once_per_occurrence UNIQUE (recurrence_id, occurs_on),
  CHECK ((record_type IS NULL) = (record_id IS NULL)),
  CHECK ((state = 'taken') <= (taken_by IS NOT NULL)),
  CHECK (state <> 'open' OR taken_by IS NULL),
  CHECK ((state IN ('done', 'dropped')) = (ended_at IS NOT NULL)),
  CHECK ((recurrence_id IS NULL) = (occurs_on IS NULL))
);
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX todo_search ON work.todo USING gin (lower(title) gin_trgm_ops);
CREATE INDEX todo_by_time ON work.todo (made_at DESC, id DESC);
CREATE INDEX todo_by_due ON work.todo (due_at, id);
CREATE INDEX todo_by_title ON work.todo (lower(title), id);
CREATE INDEX todo_by_state ON work.todo (state, made_at DESC, id DESC);
CREATE INDEX todo_by_priority ON work.todo (priority, made_at DESC, id DESC);
CREATE INDEX todo_by_assignee ON work.todo (assignee, made_at DESC, id DESC);
CREATE INDEX todo_by_taker ON work.todo (taken_by, made_at DESC, id DESC);
CREATE INDEX todo_by_maker ON work.todo (made_by, made_at DESC, id DESC);
CREATE INDEX todo_by_record ON work.todo (record_type, record_id, made_at DESC, id DESC);
CREATE INDEX todo_by_record_id ON work.todo (record_id, made_at DESC, id DESC);
CREATE INDEX todo_by_project ON work.todo (project_id, due_at, id);

-- Every step of a to-do: taken, given back, done, dropped, opened again; who, when and why.
CREATE TABLE work.todo_step (
  id uuid PRIMARY KEY,
  todo_id uuid NOT NULL REFERENCES work.todo (id),
  step text NOT NULL CHECK (step IN ('made', 'taken', 'given_back', 'assigned', 'done', 'dropped', 'reopened', 'handed_over', 'accepted', 'sent_back')),
  at timestamptz NOT NULL,
  by text NOT NULL,
  by_name text,
  reason text
);
CREATE INDEX todo_step_by_todo ON work.todo_step (todo_id, at, id);

CREATE TABLE work.todo_check (
  id uuid PRIMARY KEY,
  todo_id uuid NOT NULL REFERENCES work.todo (id),
  position integer NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  done_at timestamptz,
  done_by uuid,
  done_name text,
  CHECK ((done_at IS NULL) = (done_by IS NULL))
);
CREATE INDEX todo_check_by_todo ON work.todo_check (todo_id, position, id);

-- From one department to the next: asked, then accepted or sent back with the reason.
CREATE TABLE work.handover (
  id uuid PRIMARY KEY,
  todo_id uuid NOT NULL REFERENCES work.todo (id),
  from_assignee text NOT NULL,
  from_names jsonb NOT NULL,
  from_staff uuid NOT NULL,
  from_staff_name text NOT NULL,
  to_unit uuid NOT NULL,
  to_name text NOT NULL,
  note text NOT NULL DEFAULT '',
  -- The checklist of who hands over, as it was complete.
  checks text[] NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL,
  verdict text CHECK (verdict IN ('accepted', 'sent_back')),
  verdict_at timestamptz,
  verdict_by uuid,
  verdict_name text,
  reason text,
  CHECK ((verdict IS NULL) = (verdict_at IS NULL) AND (verdict IS NULL) = (verdict_by IS NULL)),
  CHECK ((verdict = 'sent_back') <= (reason IS NOT NULL))
);
CREATE INDEX handover_by_todo ON work.handover (todo_id, at, id);
CREATE UNIQUE INDEX handover_waiting ON work.handover (todo_id) WHERE verdict IS NULL;

-- Alerts are for those who may act upon them: 'may:<permission>'.
ALTER TABLE work.inbox_item DROP CONSTRAINT inbox_item_recipient_check;
ALTER TABLE work.inbox_item ADD CONSTRAINT inbox_item_recipient_check
  CHECK (recipient ~ '^((staff|unit|role):[a-z0-9_-]+|may:[a-z-]+:[a-z_-]+)$');

CREATE VIEW work.pub_watched AS
  SELECT 'todo'::text AS object_type, id::text AS object_id, version FROM work.todo
  UNION ALL SELECT 'recurrence', id::text, version FROM work.recurrence;
