-- An import of products from its file to its end: what was read, what was tried, what became of each product, how to go back.
CREATE TABLE catalog.import (
  id uuid PRIMARY KEY,
  -- The file's.
  name text NOT NULL,
  format text NOT NULL,
  -- [{"heading": "Titel", "examples": ["Mug", "Cup"]}], in the order of the file.
  columns jsonb NOT NULL CHECK (jsonb_typeof(columns) = 'array'),
  state text NOT NULL CHECK (state IN ('new', 'trying', 'tried', 'refused', 'running', 'stopped', 'done', 'undoing', 'undone')),
  -- The field of each column, in the order of the file; null where it is not imported, and as a whole where the format says it.
  mapping jsonb,
  currency text,
  location text,
  -- Of the last trial or run: counts, the first differences, warnings.
  report jsonb,
  -- Why the file as a whole was refused.
  problem jsonb,
  -- Of the file's sound products, those that were carried out: where a run that was killed goes on.
  done integer NOT NULL DEFAULT 0 CHECK (done >= 0),
  created integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  -- Products that were set back, and those of which something could not be.
  undone integer NOT NULL DEFAULT 0,
  kept_back integer NOT NULL DEFAULT 0,
  task_id uuid,
  actor text NOT NULL,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz
);
CREATE INDEX import_by_time ON catalog.import (created_at, id);
CREATE INDEX import_by_state ON catalog.import (state, created_at DESC, id DESC);
CREATE INDEX import_by_name ON catalog.import USING gin (lower(name) gin_trgm_ops);

CREATE TABLE catalog.import_file (
  import_id uuid PRIMARY KEY REFERENCES catalog.import (id),
  bytes bytea NOT NULL
);

-- What a run did to each product that it made or changed.
CREATE TABLE catalog.import_product (
  import_id uuid NOT NULL REFERENCES catalog.import (id),
  number integer NOT NULL,
  product_id uuid NOT NULL,
  handle text NOT NULL,
  created boolean NOT NULL,
  -- [{"sku": null, "field": "names.en", "before": "Mug", "after": "Cup"}]
  differences jsonb NOT NULL CHECK (jsonb_typeof(differences) = 'array'),
  undone_at timestamptz,
  -- What could not be set back, and why: the same, with a reason.
  kept jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (import_id, number)
);
CREATE INDEX import_product_to_undo ON catalog.import_product (import_id, number) WHERE undone_at IS NULL;
CREATE INDEX import_product_kept ON catalog.import_product (import_id, number) WHERE kept <> '[]';

CREATE TABLE catalog.import_refusal (
  import_id uuid NOT NULL REFERENCES catalog.import (id),
  number integer NOT NULL,
  row integer NOT NULL,
  line integer NOT NULL,
  column_name text NOT NULL,
  refusal jsonb NOT NULL,
  PRIMARY KEY (import_id, number)
);

-- Which column is what, under a name, for files with the same headings.
CREATE TABLE catalog.import_mapping (
  name text PRIMARY KEY,
  headings jsonb NOT NULL CHECK (jsonb_typeof(headings) = 'array'),
  fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'array'),
  updated_at timestamptz NOT NULL
);
