-- What somebody is told: to-dos, approvals, mentions and alerts, addressed to a person, a unit or a role.

CREATE TABLE work.inbox_item (
  id uuid PRIMARY KEY,
  -- 'staff:<id>', 'unit:<id>' or 'role:<code>': a unit's or role's item is everybody's of it until one closes it.
  recipient text NOT NULL CHECK (recipient ~ '^(staff|unit|role):[a-z0-9_-]+$'),
  kind text NOT NULL CHECK (kind IN ('todo', 'approval', 'mention', 'alert')),
  -- What is told of, and which time of it: the same is told once.
  ref_type text NOT NULL,
  ref_id text NOT NULL,
  occasion text NOT NULL DEFAULT '',
  -- The record that it is about, whose title is looked up by whoever may see it.
  record_type text,
  record_id text,
  title_key text NOT NULL,
  title_params jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(title_params) = 'object'),
  -- Below the back office.
  path text NOT NULL CHECK (path LIKE '/%'),
  at timestamptz NOT NULL,
  due_at timestamptz,
  closed_at timestamptz,
  closed_by text,
  CONSTRAINT inbox_item_once UNIQUE (ref_type, ref_id, kind, recipient, occasion),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  CHECK ((record_type IS NULL) = (record_id IS NULL))
);
CREATE INDEX inbox_item_open ON work.inbox_item (recipient, at DESC, id DESC) WHERE closed_at IS NULL;
CREATE INDEX inbox_item_open_kind ON work.inbox_item (recipient, kind, at DESC, id DESC) WHERE closed_at IS NULL;
CREATE INDEX inbox_item_due ON work.inbox_item (recipient, due_at, id) WHERE closed_at IS NULL AND due_at IS NOT NULL;
CREATE INDEX inbox_item_closed ON work.inbox_item (recipient, closed_at DESC, id DESC) WHERE closed_at IS NOT NULL;
CREATE INDEX inbox_item_to_forget ON work.inbox_item (closed_at) WHERE closed_at IS NOT NULL;

-- What one person did with an item: read it, put it off.
CREATE TABLE work.inbox_mark (
  item_id uuid NOT NULL REFERENCES work.inbox_item (id) ON DELETE CASCADE,
  staff_id uuid NOT NULL,
  seen_at timestamptz,
  snoozed_until timestamptz,
  PRIMARY KEY (item_id, staff_id)
);
CREATE INDEX inbox_mark_snoozed ON work.inbox_mark (staff_id, snoozed_until) WHERE snoozed_until IS NOT NULL;

-- How often one wants a mail about being mentioned; nothing kept means at once.
CREATE TABLE work.notice_choice (
  staff_id uuid PRIMARY KEY,
  mentions text NOT NULL CHECK (mentions IN ('at_once', 'daily', 'never'))
);
