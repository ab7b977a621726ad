-- People change entities and markets one by one: what they saw is what they change.
ALTER TABLE organisation.entity ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE organisation.market ADD COLUMN version integer NOT NULL DEFAULT 1;

-- Steps of the guide that somebody decided not to take, for now.
CREATE TABLE organisation.skipped_step (
  step text PRIMARY KEY,
  staff_id uuid NOT NULL,
  at timestamptz NOT NULL
);
