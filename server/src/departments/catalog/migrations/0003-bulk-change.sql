-- A change of many products at once, as it can be taken back for a day: which version each got, and what stood there before.
CREATE TABLE catalog.bulk_change (
  token_hash bytea PRIMARY KEY,
  action text NOT NULL,
  -- [{"id": ..., "version": 4, "before": {"state": "draft"}}]
  changed jsonb NOT NULL CHECK (jsonb_typeof(changed) = 'array'),
  actor text NOT NULL,
  at timestamptz NOT NULL,
  undone_at timestamptz
);
CREATE INDEX bulk_change_by_time ON catalog.bulk_change (at);
