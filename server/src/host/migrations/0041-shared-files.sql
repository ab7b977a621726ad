-- A file on a record is internal, or shared with one company from outside: its people see this file, and of the record's files no other.
CREATE TABLE host.attachment_sharing (
  attachment_id uuid PRIMARY KEY REFERENCES host.attachment (id),
  shared_with uuid NOT NULL,
  shared_name text NOT NULL,
  staff_id uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX attachment_sharing_by_company ON host.attachment_sharing (shared_with, at DESC, attachment_id DESC);
