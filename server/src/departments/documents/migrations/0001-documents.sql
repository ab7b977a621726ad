-- What a sale is proved with: documents in series, numbered without gaps, chained by their hashes, never changed.
CREATE TABLE documents.series (
  id uuid PRIMARY KEY,
  entity_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('invoice', 'simplified_invoice', 'receipt', 'credit_note', 'packing_slip')),
  -- `INV-{year}-{number}`: with {year}, numbers begin anew each year.
  format text NOT NULL,
  digits smallint NOT NULL CHECK (digits BETWEEN 1 AND 10),
  -- 0 where it knows no years.
  first_year integer NOT NULL,
  first_number bigint NOT NULL CHECK (first_number > 0),
  begun_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- Where it stands; null before its first document.
  last_year integer,
  last_number bigint,
  last_on date,
  last_hash bytea,
  CHECK (num_nulls(last_year, last_number, last_on, last_hash) IN (0, 4)),
  CONSTRAINT series_of_a_format UNIQUE (entity_id, format)
);
CREATE UNIQUE INDEX series_in_use ON documents.series (entity_id, kind) WHERE ended_at IS NULL;

CREATE TABLE documents.document (
  id uuid PRIMARY KEY,
  series_id uuid NOT NULL REFERENCES documents.series (id),
  year integer NOT NULL,
  number bigint NOT NULL,
  label text NOT NULL,
  kind text NOT NULL,
  entity_id text NOT NULL,
  market_code text NOT NULL,
  order_id text NOT NULL,
  order_number bigint NOT NULL,
  customer text NOT NULL,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  total bigint NOT NULL,
  tax bigint NOT NULL,
  issued_on date NOT NULL,
  issued_at timestamptz NOT NULL,
  -- The fact that asked for it: one fact, one document.
  cause text NOT NULL CONSTRAINT document_of_a_cause UNIQUE,
  credits uuid REFERENCES documents.document (id),
  -- Everything that it says, as JSON; what the hash is taken of.
  payload text NOT NULL,
  prev_hash bytea NOT NULL,
  hash bytea NOT NULL,
  UNIQUE (series_id, year, number),
  CHECK ((kind = 'credit_note') = (credits IS NOT NULL))
);
INSERT INTO host.final_table (name) VALUES ('documents.document');
CREATE INDEX document_by_time ON documents.document (issued_at, id);
CREATE INDEX document_by_day ON documents.document (issued_on, issued_at, id);
CREATE INDEX document_by_kind ON documents.document (kind, issued_at, id);
CREATE INDEX document_by_market ON documents.document (market_code, issued_at, id);
CREATE INDEX document_by_order ON documents.document (order_id, issued_at, id);
CREATE INDEX document_by_label ON documents.document (lower(label) text_pattern_ops);
CREATE INDEX document_by_total ON documents.document (total, id);
CREATE INDEX document_by_words ON documents.document USING gin (lower(label || ' ' || order_number || ' ' || customer) gin_trgm_ops);
CREATE INDEX document_by_credited ON documents.document (credits) WHERE credits IS NOT NULL;

-- When a market's sales are documented, and with what where the buyer is no company.
CREATE TABLE documents.rule (
  market_code text PRIMARY KEY,
  issued text NOT NULL CHECK (issued IN ('at_payment', 'by_hand')),
  for_persons text NOT NULL CHECK (for_persons IN ('invoice', 'simplified_invoice', 'receipt')),
  version integer NOT NULL DEFAULT 1
);

CREATE VIEW verify.document AS
  SELECT id::text, series_id::text AS series, year, number, kind, issued_on, order_id, total, credits::text, prev_hash, hash, payload
  FROM documents.document;
CREATE VIEW verify.series AS
  SELECT DISTINCT s.id::text AS series, d.year, CASE WHEN d.year = s.first_year THEN s.first_number ELSE 1::bigint END AS first_number
  FROM documents.series s JOIN documents.document d ON d.series_id = s.id;
CREATE VIEW verify.series_end AS
  SELECT id::text AS series, last_year AS year, last_number AS number, last_hash AS hash FROM documents.series;
