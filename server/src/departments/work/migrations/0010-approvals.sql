-- Four eyes: rules that hold an act until others approve it, the requests that wait, and who decided.

CREATE TABLE work.approval_rule (
  id uuid PRIMARY KEY,
  act text NOT NULL CHECK (act ~ '^[a-z-]+\.[a-z_]+$'),
  -- domain/approval-condition.ts
  condition jsonb NOT NULL CHECK (jsonb_typeof(condition) = 'object'),
  -- Null: in every market.
  markets text[] CHECK (cardinality(markets) > 0),
  roles text[] NOT NULL CHECK (cardinality(roles) > 0),
  approvals integer NOT NULL CHECK (approvals BETWEEN 1 AND 5),
  active_from timestamptz,
  active_to timestamptz,
  note text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  CHECK (active_from < active_to)
);
CREATE INDEX approval_rule_by_act ON work.approval_rule (act, id);

-- Who ended a rule, and when; requests that it held wait on.
CREATE TABLE work.approval_rule_ending (
  rule_id uuid PRIMARY KEY REFERENCES work.approval_rule (id),
  ended_at timestamptz NOT NULL,
  ended_by uuid
);

CREATE TABLE work.approval (
  id uuid PRIMARY KEY,
  act text NOT NULL,
  ref_kind text NOT NULL,
  ref_id text NOT NULL,
  label text NOT NULL,
  facts jsonb NOT NULL,
  -- As they stood when it was held.
  requirements jsonb NOT NULL CHECK (jsonb_typeof(requirements) = 'array'),
  -- Roles of all of them, for finding what waits for somebody.
  roles text[] NOT NULL,
  operation_kind text NOT NULL CHECK (operation_kind IN ('route', 'task')),
  operation text NOT NULL,
  permission text NOT NULL,
  -- The person; and the key, where a program of theirs asked.
  requester_id uuid NOT NULL,
  requester_name text NOT NULL,
  key_id uuid,
  input_hash bytea NOT NULL,
  -- Ciphertext under the house's key; gone when the request ends.
  sealed_input bytea,
  sealed_answer bytea,
  changes jsonb NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'approved', 'refused', 'withdrawn', 'expired', 'failed')),
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- Why it failed: the refusal of the command itself.
  problem jsonb,
  version integer NOT NULL DEFAULT 1,
  CHECK ((state = 'pending') = (ended_at IS NULL)),
  CHECK ((state = 'pending') = (sealed_input IS NOT NULL)),
  CHECK ((state = 'failed') = (problem IS NOT NULL))
);
-- The same request by the same person, while it waits, is the same request.
CREATE UNIQUE INDEX approval_waiting_once ON work.approval (requester_id, input_hash) WHERE state = 'pending';
CREATE INDEX approval_by_time ON work.approval (asked_at DESC, id DESC);
CREATE INDEX approval_by_state ON work.approval (state, asked_at DESC, id DESC);
CREATE INDEX approval_by_act ON work.approval (act, asked_at DESC, id DESC);
CREATE INDEX approval_by_requester ON work.approval (requester_id, asked_at DESC, id DESC);
CREATE INDEX approval_by_role ON work.approval USING gin (roles);
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX approval_by_words ON work.approval USING gin (lower(label || ' ' || requester_name) gin_trgm_ops);
CREATE INDEX approval_by_expiry ON work.approval (expires_at) WHERE state = 'pending';
CREATE INDEX approval_by_record ON work.approval (ref_kind, ref_id, asked_at DESC);

CREATE TABLE work.approval_decision (
  approval_id uuid NOT NULL REFERENCES work.approval (id),
  staff_id uuid NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('approve', 'refuse')),
  -- That they held then.
  roles text[] NOT NULL,
  comment text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (approval_id, staff_id)
);
INSERT INTO host.final_table (name) VALUES ('work.approval_decision');

-- Nobody decides on what they asked for, whatever the program says.
CREATE VIEW verify.own_approval AS
  SELECT d.approval_id::text AS id FROM work.approval_decision d JOIN work.approval a ON a.id = d.approval_id
  WHERE d.staff_id = a.requester_id;
