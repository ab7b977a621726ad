-- One index for each declared sort and filter of the list of keys (queries/api-keys-list.ts); by time there is one already.
DROP INDEX people.api_key_by_staff;
CREATE INDEX api_key_by_staff ON people.api_key (staff_id, created_at DESC, id DESC);
CREATE INDEX api_key_by_name ON people.api_key (lower(name), id);
CREATE INDEX api_key_by_end ON people.api_key (expires_at, id);
CREATE INDEX api_key_search ON people.api_key USING gin (lower(name) gin_trgm_ops);
