-- Templates of projects that people make themselves; the ready-made ones are of the program (domain/ready-templates.ts).

CREATE TABLE work.template (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  note text NOT NULL DEFAULT '',
  -- Who is asked, to be named when it is used: [{"key": "photos", "name": "Photographer"}].
  parties jsonb NOT NULL CHECK (jsonb_typeof(parties) = 'array'),
  -- [{"title", "note", "checklist": [...], "party": "photos", "dueDays": -10}], days from the key date.
  steps jsonb NOT NULL CHECK (jsonb_typeof(steps) = 'array'),
  version integer NOT NULL DEFAULT 1,
  made_at timestamptz NOT NULL
);
CREATE INDEX template_by_name ON work.template (lower(name), id);

-- Who put a template away, when and why.
CREATE TABLE work.template_retirement (
  template_id uuid PRIMARY KEY REFERENCES work.template (id),
  at timestamptz NOT NULL,
  by text NOT NULL,
  reason text NOT NULL CHECK (reason <> '')
);

ALTER TABLE work.project ADD COLUMN template_name text NOT NULL DEFAULT '';
ALTER TABLE work.project ADD COLUMN version integer NOT NULL DEFAULT 1;
CREATE INDEX project_by_anchor ON work.project (anchor_on DESC, id DESC);
