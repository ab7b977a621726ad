-- People change locations one by one: what they saw is what they change.
ALTER TABLE inventory.location ADD COLUMN version integer NOT NULL DEFAULT 1;
