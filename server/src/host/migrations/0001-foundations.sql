-- The mechanisms every department stands on. Knows no word of commerce.

-- Tables whose rows are final: the application role may insert and read, never change or delete (verify A3).
CREATE TABLE host.final_table (name text PRIMARY KEY);

CREATE TABLE host.event (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  ref_kind text NOT NULL,
  ref_id text NOT NULL,
  payload jsonb NOT NULL,
  actor text NOT NULL,
  request_id text,
  occurred_at timestamptz NOT NULL
);
CREATE INDEX event_by_ref ON host.event (ref_id, occurred_at);
CREATE INDEX event_by_time ON host.event (occurred_at, id);

-- The outbox is the job queue: rows are written in the transaction of the fact and claimed with SKIP LOCKED.
CREATE TABLE host.job (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  ref text,
  payload jsonb NOT NULL,
  dedup_key text,
  event_id uuid,
  state text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'running', 'done', 'dead')),
  run_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  max_attempts integer NOT NULL DEFAULT 12,
  lease_until timestamptz,
  leased_by text,
  last_error text,
  created_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE UNIQUE INDEX job_dedup ON host.job (kind, dedup_key) WHERE dedup_key IS NOT NULL;
CREATE INDEX job_ready ON host.job (run_at, id) WHERE state = 'ready';
CREATE INDEX job_running ON host.job (lease_until) WHERE state = 'running';
CREATE INDEX job_dead ON host.job (finished_at DESC, id) WHERE state = 'dead';
CREATE INDEX job_by_ref ON host.job (ref, created_at) WHERE ref IS NOT NULL;
CREATE INDEX job_finished ON host.job (finished_at) WHERE state = 'done';
CREATE INDEX job_by_time ON host.job (created_at DESC, id DESC);

CREATE TABLE host.audit (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id text,
  action text NOT NULL,
  object_type text NOT NULL,
  object_id text NOT NULL,
  version integer,
  changes jsonb NOT NULL,
  reason text,
  request_id text
);
CREATE INDEX audit_by_object ON host.audit (object_type, object_id, at);
CREATE INDEX audit_by_time ON host.audit (at DESC, id DESC);

-- Gapless numbers and hashes are given by one sealer in batches, so that the chain never serialises the shop.
CREATE TABLE host.audit_seal (
  seq bigint PRIMARY KEY,
  audit_id uuid NOT NULL UNIQUE REFERENCES host.audit (id),
  prev_hash bytea NOT NULL,
  hash bytea NOT NULL,
  payload text NOT NULL
);

CREATE TABLE host.idempotency (
  scope text NOT NULL,
  key text NOT NULL,
  input_hash bytea NOT NULL,
  status integer NOT NULL,
  response jsonb,
  locked_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_by_time ON host.idempotency (finished_at);

-- Opaque tokens are kept hashed (SHA-256): who reads this table cannot sign in with it.
CREATE TABLE host.session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  subject_kind text NOT NULL CHECK (subject_kind IN ('staff', 'customer')),
  subject_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  user_agent text
);
CREATE INDEX session_by_subject ON host.session (subject_kind, subject_id) WHERE ended_at IS NULL;

-- Single-use links (first sign-in, password reset): hashed too, spent once.
CREATE TABLE host.single_use_token (
  token_hash bytea PRIMARY KEY,
  purpose text NOT NULL,
  subject_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  spent_at timestamptz
);

-- Guesses are counted per subject and per address, so that a guesser is slowed without locking out the owner's session.
CREATE TABLE host.sign_in_failure (
  key text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_by_key ON host.sign_in_failure (key, at);

CREATE TABLE host.mail (
  id uuid PRIMARY KEY,
  dedup_key text NOT NULL UNIQUE,
  ref text,
  recipient text NOT NULL,
  subject text NOT NULL,
  text_body text NOT NULL,
  html_body text NOT NULL,
  state text NOT NULL DEFAULT 'kept' CHECK (state IN ('kept', 'sent')),
  created_at timestamptz NOT NULL,
  sent_at timestamptz
);
CREATE INDEX mail_by_time ON host.mail (created_at DESC, id DESC);
CREATE INDEX mail_by_ref ON host.mail (ref) WHERE ref IS NOT NULL;

CREATE TABLE host.file (
  id uuid PRIMARY KEY,
  sha256 text NOT NULL UNIQUE,
  media_type text NOT NULL,
  width integer,
  height integer,
  bytes integer NOT NULL,
  created_at timestamptz NOT NULL
);

-- A number per topic, raised in the transaction that changes what pages show; page caches ask for it.
CREATE TABLE host.content_version (
  topic text PRIMARY KEY,
  version bigint NOT NULL
);

CREATE TABLE host.setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1
);

INSERT INTO host.final_table (name) VALUES ('host.event'), ('host.audit'), ('host.audit_seal');

CREATE VIEW verify.job AS
  SELECT id::text, kind, ref, dedup_key, state, run_at, lease_until FROM host.job;
CREATE VIEW verify.idempotency AS
  SELECT current_database()::text AS tenant, scope || ':' || key AS key, locked_at, finished_at FROM host.idempotency;
CREATE VIEW verify.audit AS
  SELECT seq, prev_hash, hash, payload FROM host.audit_seal;
CREATE VIEW verify.audit_ref AS
  SELECT object_type, object_id, version FROM host.audit WHERE version IS NOT NULL;
CREATE VIEW verify.final_table AS
  SELECT name, 'fondaco_app'::text AS app_role FROM host.final_table;
-- Unsealed for more than a minute is a breach (house.md, Audit).
CREATE VIEW verify.audit_unsealed AS
  SELECT a.id::text, a.at FROM host.audit a LEFT JOIN host.audit_seal s ON s.audit_id = a.id WHERE s.seq IS NULL;
