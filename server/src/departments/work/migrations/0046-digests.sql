-- One mail a morning about what is unread: who wants none, and who has had theirs on which day of the shop.

ALTER TABLE work.notice_choice ADD COLUMN digest text NOT NULL DEFAULT 'daily' CHECK (digest IN ('daily', 'never'));

CREATE TABLE work.digest (
  staff_id uuid NOT NULL,
  on_day date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (staff_id, on_day)
);
CREATE INDEX inbox_item_noticed ON work.inbox_item (at, recipient) WHERE closed_at IS NULL AND kind IN ('mention', 'alert');
