-- Windows of time in which some acts are refused, who lifted them early, and who passed them with what reason.

CREATE TABLE work.blackout (
  id uuid PRIMARY KEY,
  reason text NOT NULL CHECK (reason <> ''),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  -- As departments declare them: 'pricing.change_price'.
  acts text[] NOT NULL CHECK (cardinality(acts) > 0),
  -- Codes; none means all of them.
  markets text[] NOT NULL DEFAULT '{}',
  locations text[] NOT NULL DEFAULT '{}',
  made_by uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CONSTRAINT blackout_order CHECK (starts_at < ends_at),
  CONSTRAINT blackout_length CHECK (ends_at <= starts_at + interval '93 days')
);
CREATE INDEX blackout_in_time ON work.blackout USING gist (tstzrange(starts_at, ends_at));

CREATE TABLE work.blackout_lifting (
  blackout_id uuid PRIMARY KEY REFERENCES work.blackout (id),
  reason text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL
);

-- Somebody goes ahead all the same, for a while.
CREATE TABLE work.blackout_override (
  id uuid PRIMARY KEY,
  blackout_id uuid NOT NULL REFERENCES work.blackout (id),
  staff_id uuid NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  at timestamptz NOT NULL,
  until timestamptz NOT NULL
);
CREATE INDEX blackout_override_live ON work.blackout_override (staff_id, until);

CREATE OR REPLACE VIEW work.pub_watched AS
  SELECT 'todo'::text AS object_type, id::text AS object_id, version FROM work.todo
  UNION ALL SELECT 'recurrence', id::text, version FROM work.recurrence
  UNION ALL SELECT 'plan', id::text, version FROM work.plan
  UNION ALL SELECT 'blackout', id::text, version FROM work.blackout;
