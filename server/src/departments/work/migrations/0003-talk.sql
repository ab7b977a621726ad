-- What people say about a record: in threads, each of the house alone or shared with one company from outside.

CREATE TABLE work.thread (
  id uuid PRIMARY KEY,
  record_type text NOT NULL,
  record_id text NOT NULL,
  -- Null: internal. Its people see this thread, and of the record's talk nothing else.
  shared_with uuid,
  shared_name text,
  made_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  CHECK ((shared_with IS NULL) = (shared_name IS NULL))
);
CREATE INDEX thread_by_record ON work.thread (record_type, record_id, last_at DESC, id DESC);
CREATE INDEX thread_by_company ON work.thread (shared_with, last_at DESC, id DESC) WHERE shared_with IS NOT NULL;

CREATE TABLE work.comment (
  id uuid PRIMARY KEY,
  thread_id uuid NOT NULL REFERENCES work.thread (id),
  -- Empty once deleted: that somebody said something stays, what it was does not.
  body text NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  edited_at timestamptz,
  deleted_at timestamptz,
  CHECK ((deleted_at IS NOT NULL) = (body = ''))
);
CREATE INDEX comment_by_thread ON work.comment (thread_id, at, id);
