-- What a record of another department intends (a promotion, a price list): a plan like any other, kept with the record and changed
-- nowhere else, so that calendar, collisions and inboxes know it.

ALTER TABLE work.plan ADD COLUMN record_type text, ADD COLUMN record_id text,
  ADD CONSTRAINT plan_record_whole CHECK ((record_type IS NULL) = (record_id IS NULL));
CREATE UNIQUE INDEX plan_of_record ON work.plan (record_type, record_id) WHERE record_type IS NOT NULL;
