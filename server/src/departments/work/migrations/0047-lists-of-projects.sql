-- Projects and recurring to-dos as lists: searched by their titles, sorted and filtered by what people ask for.

CREATE INDEX project_search ON work.project USING gin (lower(title) gin_trgm_ops);
CREATE INDEX project_by_title ON work.project (lower(title), id);

CREATE INDEX recurrence_search ON work.recurrence USING gin (lower(title) gin_trgm_ops);
CREATE INDEX recurrence_by_assignee ON work.recurrence (assignee, lower(title), id);
CREATE INDEX recurrence_by_priority ON work.recurrence (priority, lower(title), id);
CREATE INDEX recurrence_by_start ON work.recurrence (starts_on, id);
