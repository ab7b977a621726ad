-- Append-only double entry. Debit > 0, credit < 0; corrections reverse.

CREATE TABLE ledger.account (
  id uuid PRIMARY KEY,
  entity_id uuid NOT NULL,
  code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('asset', 'liability', 'equity', 'revenue', 'expense')),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  floor bigint,
  ceiling bigint,
  created_at timestamptz NOT NULL,
  UNIQUE (entity_id, code, currency)
);

-- Two times on every entry: when it is true (effective) and when the house learnt it (recorded).
CREATE TABLE ledger.entry (
  id uuid PRIMARY KEY,
  entity_id uuid NOT NULL,
  kind text NOT NULL,
  ref text NOT NULL,
  -- The record that people would open for it (an order), where `ref` is something inside it (a capture).
  about text NOT NULL,
  effective_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  reverses uuid UNIQUE REFERENCES ledger.entry (id),
  UNIQUE (kind, ref)
);
CREATE INDEX entry_by_about ON ledger.entry (about, recorded_at);
CREATE INDEX entry_by_time ON ledger.entry (recorded_at DESC, id DESC);

CREATE TABLE ledger.posting (
  entry_id uuid NOT NULL REFERENCES ledger.entry (id),
  position smallint NOT NULL,
  account_id uuid NOT NULL REFERENCES ledger.account (id),
  amount bigint NOT NULL CHECK (amount <> 0),
  currency text NOT NULL,
  base_amount bigint NOT NULL,
  PRIMARY KEY (entry_id, position)
);
CREATE INDEX posting_by_account ON ledger.posting (account_id);

INSERT INTO host.final_table (name) VALUES ('ledger.entry'), ('ledger.posting');

CREATE VIEW verify.account AS
  SELECT id::text, entity_id::text AS entity, code, currency, NULL::bigint AS balance, floor, ceiling FROM ledger.account;
CREATE VIEW verify.entry AS
  SELECT id::text, entity_id::text AS entity, kind, ref, effective_on, recorded_at, reverses::text FROM ledger.entry;
CREATE VIEW verify.posting AS
  SELECT entry_id::text, account_id::text, amount, currency, base_amount FROM ledger.posting;
