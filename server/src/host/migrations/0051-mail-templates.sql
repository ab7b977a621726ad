-- A shop's own words for its mails. Each save is a version; what is sent is the one that the template names.
CREATE TABLE host.mail_template (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  -- Missing: for every market without a template of its own.
  market text,
  locale text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  UNIQUE NULLS NOT DISTINCT (kind, locale, market)
);

CREATE TABLE host.mail_template_version (
  template_id uuid NOT NULL REFERENCES host.mail_template,
  version integer NOT NULL CHECK (version > 0),
  -- Missing: the house's own words are in force again.
  content jsonb,
  reason text NOT NULL,
  actor text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (template_id, version)
);

ALTER TABLE host.mail
  ADD COLUMN kind text,
  ADD COLUMN locale text,
  ADD COLUMN market text,
  ADD COLUMN template_id uuid,
  ADD COLUMN template_version integer,
  ADD FOREIGN KEY (template_id, template_version) REFERENCES host.mail_template_version (template_id, version);
