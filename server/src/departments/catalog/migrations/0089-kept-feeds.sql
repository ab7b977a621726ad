-- A feed is a file that a job keeps: what channels outside fetch is sent from here, and told apart by its tag.
ALTER TABLE catalog.feed DROP CONSTRAINT feed_format_check;
ALTER TABLE catalog.feed ADD CONSTRAINT feed_format_check CHECK (format IN ('google', 'meta', 'acp'));
ALTER TABLE catalog.feed
  -- When its file was last written anew, whether or not it came out as before.
  ADD COLUMN built_at timestamptz,
  -- Somebody wants it anew since then.
  ADD COLUMN wanted_at timestamptz;

CREATE TABLE catalog.feed_file (
  feed_id uuid PRIMARY KEY REFERENCES catalog.feed (id),
  -- SHA-256 of the bytes, unpacked.
  tag text NOT NULL,
  -- When the bytes last became other ones.
  changed_at timestamptz NOT NULL,
  -- Of the bytes, unpacked.
  bytes bigint NOT NULL,
  -- Gzip (RFC 1952), in as many members as there were chunks.
  packed bytea NOT NULL
);
ALTER TABLE catalog.feed_file ALTER COLUMN packed SET STORAGE EXTERNAL;
