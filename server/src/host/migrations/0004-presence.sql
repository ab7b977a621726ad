-- Who has a record's page open now, one row a tab. Nothing of it is worth keeping: not through a crash, not for a day, not in the trail.
CREATE UNLOGGED TABLE host.presence (
  object_type text NOT NULL,
  object_id text NOT NULL,
  staff_id uuid NOT NULL,
  tab uuid NOT NULL,
  editing boolean NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (object_type, object_id, staff_id, tab)
) WITH (fillfactor = 70);
