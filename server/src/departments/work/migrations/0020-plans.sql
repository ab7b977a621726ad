-- What people intend and when: plans on the calendar of the house, what they collide with, and who was told.

CREATE TABLE work.plan (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('promotion', 'campaign', 'launch', 'price_list', 'supplier_delivery', 'transfer', 'stocktake',
    'closing', 'release', 'holiday', 'legal_date', 'other')),
  title text NOT NULL CHECK (title <> ''),
  note text NOT NULL DEFAULT '',
  -- Of whole days where from_on is set: the instants then follow from the days and the zone.
  from_on date,
  to_on date,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  zone text NOT NULL,
  -- Codes; none means all of them. Goods as [{"id": "...", "title": "..."}].
  markets text[] NOT NULL DEFAULT '{}',
  locations text[] NOT NULL DEFAULT '{}',
  products jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(products) = 'array'),
  categories jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(categories) = 'array'),
  -- Something of the house that it is about, below the back office.
  path text CHECK (path LIKE '/%'),
  owner_id uuid NOT NULL,
  unit_id uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT plan_order CHECK (starts_at < ends_at),
  CONSTRAINT plan_length CHECK (ends_at <= starts_at + interval '401 days'),
  CHECK ((from_on IS NULL) = (to_on IS NULL)),
  CHECK (from_on <= to_on)
);
-- Which plans are in force at some moment of a stretch of time, however long each of them is.
CREATE INDEX plan_in_time ON work.plan USING gist (tstzrange(starts_at, ends_at));
CREATE INDEX plan_by_owner ON work.plan (owner_id, ends_at);

CREATE TABLE work.plan_withdrawal (
  plan_id uuid PRIMARY KEY REFERENCES work.plan (id),
  reason text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL
);

-- One rule's finding between a plan and another, or something else; it ends when the rule does not find it any more.
CREATE TABLE work.plan_collision (
  id uuid PRIMARY KEY,
  -- 'department.rule'
  rule text NOT NULL,
  plan_id uuid NOT NULL REFERENCES work.plan (id),
  other_id uuid REFERENCES work.plan (id),
  about text NOT NULL DEFAULT '',
  severity text NOT NULL CHECK (severity IN ('warn', 'stop')),
  path text,
  params jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(params) = 'object'),
  found_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- Two plans collide once by a rule, whichever of them was looked at.
  pair text NOT NULL GENERATED ALWAYS AS (
    CASE WHEN other_id IS NULL THEN plan_id::text
    ELSE least(plan_id::text, other_id::text) || ' ' || greatest(plan_id::text, other_id::text) END) STORED
);
CREATE UNIQUE INDEX plan_collision_live ON work.plan_collision (pair, rule, about) WHERE ended_at IS NULL;
CREATE INDEX plan_collision_by_plan ON work.plan_collision (plan_id) WHERE ended_at IS NULL;
CREATE INDEX plan_collision_by_other ON work.plan_collision (other_id) WHERE ended_at IS NULL;

-- What somebody who was told says to it.
CREATE TABLE work.plan_collision_answer (
  collision_id uuid NOT NULL REFERENCES work.plan_collision (id),
  staff_id uuid NOT NULL,
  word text NOT NULL CHECK (word <> ''),
  at timestamptz NOT NULL,
  PRIMARY KEY (collision_id, staff_id)
);

CREATE OR REPLACE VIEW work.pub_watched AS
  SELECT 'todo'::text AS object_type, id::text AS object_id, version FROM work.todo
  UNION ALL SELECT 'recurrence', id::text, version FROM work.recurrence
  UNION ALL SELECT 'plan', id::text, version FROM work.plan;
