-- Recurring to-dos: when each is due again is its rule; who halted it, when and why is a row.

DROP TABLE work.recurrence_end;
CREATE TABLE work.recurrence_pause (
  id uuid PRIMARY KEY,
  recurrence_id uuid NOT NULL REFERENCES work.recurrence (id),
  reason text NOT NULL CHECK (reason <> ''),
  at timestamptz NOT NULL,
  -- Null where the house itself halted it, because nobody is there any more whom it asks.
  by_name text,
  ended_at timestamptz
);
CREATE UNIQUE INDEX recurrence_paused ON work.recurrence_pause (recurrence_id) WHERE ended_at IS NULL;
CREATE INDEX recurrence_by_title ON work.recurrence (lower(title), id);
CREATE INDEX recurrence_to_make ON work.recurrence (made_until, id);
