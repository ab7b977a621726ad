-- What buyers of a digital product download, how often and how long; and where and how a service is given.
ALTER TABLE catalog.product_kind
  ADD COLUMN download_limit smallint CHECK (download_limit BETWEEN 1 AND 100),
  ADD COLUMN download_days smallint CHECK (download_days BETWEEN 1 AND 3650),
  -- Language -> words.
  ADD COLUMN notes jsonb NOT NULL DEFAULT '{}';

-- Versions of files: one that was replaced or taken away has its end. Bytes lie beside attachments, under their hash.
CREATE TABLE catalog.download (
  id uuid PRIMARY KEY,
  product_id uuid NOT NULL REFERENCES catalog.product_kind (product_id),
  -- The same for all versions of a file.
  file_id uuid NOT NULL,
  number smallint NOT NULL CHECK (number > 0),
  name text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL CHECK (bytes > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  added_by text NOT NULL,
  added_at timestamptz NOT NULL,
  ended_at timestamptz,
  UNIQUE (file_id, number)
);
CREATE UNIQUE INDEX one_version_now ON catalog.download (file_id) WHERE ended_at IS NULL;
CREATE INDEX download_by_product ON catalog.download (product_id, file_id, number);
