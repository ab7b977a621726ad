-- What the bank sent. The file itself is not kept: it holds the account numbers of people.
CREATE TABLE bank.statement (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('statement', 'report', 'notification')),
  message text NOT NULL,
  -- The shop's own.
  account text NOT NULL,
  bank_id text NOT NULL,
  identity text NOT NULL CONSTRAINT one_statement_per_name UNIQUE,
  created_on date,
  currency text CHECK (currency ~ '^[A-Z]{3}$'),
  opening bigint,
  opening_on date,
  closing bigint,
  closing_on date,
  entry_count integer NOT NULL,
  file_name text NOT NULL,
  imported_at timestamptz NOT NULL,
  imported_by text NOT NULL
);
CREATE INDEX statement_by_time ON bank.statement (imported_at, id);
CREATE INDEX statement_by_day ON bank.statement (created_on, id);
CREATE INDEX statement_by_account ON bank.statement (account, imported_at, id);

CREATE TABLE bank.entry (
  id uuid PRIMARY KEY,
  statement_id uuid NOT NULL REFERENCES bank.statement (id),
  -- The same movement has the same key in every file that tells of it.
  key text NOT NULL CONSTRAINT one_entry_per_movement UNIQUE,
  came boolean NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  booked_on date NOT NULL,
  value_on date,
  bank_reference text NOT NULL,
  end_to_end_id text NOT NULL,
  mandate_reference text NOT NULL,
  payment_batch text NOT NULL,
  structured_reference text NOT NULL,
  remittance text NOT NULL,
  party_name text NOT NULL,
  -- The rest of it is nowhere.
  party_iban_ends_on text NOT NULL,
  return_reason text,
  -- open: nobody said yet what it is for; who said so stands in entry_decision.
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'booked', 'dismissed')),
  order_id uuid,
  proposed_order_id uuid,
  proposed_because text CHECK (proposed_because IN ('not_awaited', 'other_amount', 'several', 'same_name', 'same_amount')),
  CHECK ((proposed_order_id IS NULL) = (proposed_because IS NULL)),
  CHECK (state <> 'booked' OR came = false OR order_id IS NOT NULL)
);
CREATE INDEX entry_by_day ON bank.entry (booked_on, id);
CREATE INDEX entry_by_state ON bank.entry (state, booked_on, id);
CREATE INDEX entry_by_way ON bank.entry (came, booked_on, id);
CREATE INDEX entry_by_statement ON bank.entry (statement_id, booked_on, id);
CREATE INDEX entry_by_amount ON bank.entry (amount, id);
CREATE INDEX entry_by_order ON bank.entry (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX entry_by_words ON bank.entry USING gin (
  lower(party_name || ' ' || remittance || ' ' || structured_reference || ' ' || end_to_end_id) gin_trgm_ops);

-- What became of an entry: who, when, why.
CREATE TABLE bank.entry_decision (
  id uuid PRIMARY KEY,
  entry_id uuid NOT NULL REFERENCES bank.entry (id),
  decision text NOT NULL CHECK (decision IN ('booked', 'dismissed')),
  order_id uuid,
  note text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX entry_decision_by_entry ON bank.entry_decision (entry_id, at, id);
INSERT INTO host.final_table (name) VALUES ('bank.entry_decision');
