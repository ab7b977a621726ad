-- One index for each declared sort and filter of the lists of people (queries/staff-list.ts, queries/outsiders-list.ts).
CREATE INDEX staff_by_arrival ON people.staff (created_at DESC, id DESC);
CREATE INDEX staff_not_activated ON people.staff (lower(name), id) WHERE password_hash IS NULL;
CREATE INDEX staff_search ON people.staff USING gin (lower(name || ' ' || email) gin_trgm_ops);
CREATE INDEX staff_outside_by_name ON people.staff (lower(name), id) WHERE company_id IS NOT NULL;
CREATE INDEX staff_outside_by_end ON people.staff (ends_at, id) WHERE company_id IS NOT NULL;
