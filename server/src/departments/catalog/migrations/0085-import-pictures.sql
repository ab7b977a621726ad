-- Pictures that a file names by their address: fetched after its products stand, each with what became of it.
CREATE TABLE catalog.import_picture (
  import_id uuid NOT NULL REFERENCES catalog.import (id),
  number integer NOT NULL,
  product_id uuid NOT NULL,
  handle text NOT NULL,
  -- Of the variant that it shows; null where it is one of the product's.
  sku text,
  address text NOT NULL,
  position integer NOT NULL,
  alts jsonb NOT NULL DEFAULT '{}',
  row integer NOT NULL,
  line integer NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
  attempts smallint NOT NULL DEFAULT 0,
  -- Not before this: who did not answer is asked again later.
  due_at timestamptz NOT NULL,
  reason text CHECK ((state = 'failed') = (reason IS NOT NULL)),
  file_id uuid REFERENCES host.file (id) CHECK ((state = 'done') = (file_id IS NOT NULL)),
  PRIMARY KEY (import_id, number)
);
CREATE INDEX import_picture_waiting ON catalog.import_picture (import_id, due_at, number) WHERE state = 'waiting';
CREATE INDEX import_picture_failed ON catalog.import_picture (import_id, number) WHERE state = 'failed';
CREATE INDEX import_picture_of_product ON catalog.import_picture (import_id, product_id, position);

-- What was fetched is not fetched again: the same file a second time changes nothing.
CREATE TABLE catalog.picture_source (
  address text PRIMARY KEY,
  file_id uuid NOT NULL REFERENCES host.file (id),
  fetched_at timestamptz NOT NULL
);
