-- What people sign so that the shop may collect from their account. The text is kept as it was read: it is the evidence.
CREATE TABLE bank.mandate (
  id uuid PRIMARY KEY,
  -- By which their bank knows it (AT-01): at most 35 letters of the EPC's set.
  reference text NOT NULL CONSTRAINT one_mandate_per_reference UNIQUE,
  order_id uuid NOT NULL,
  method text NOT NULL,
  creditor_id text NOT NULL,
  creditor_name text NOT NULL,
  holder text NOT NULL,
  -- In host.sealed_value; null: forgotten.
  iban_sealed uuid,
  iban_ends_on text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('one_off', 'recurring')),
  text text NOT NULL,
  text_version text NOT NULL,
  locale text NOT NULL,
  device text NOT NULL,
  signed_at timestamptz NOT NULL,
  signed_on date NOT NULL,
  -- The last day for which something was collected under it.
  last_used_on date,
  revoked_at timestamptz,
  revoked_because text,
  CHECK ((revoked_at IS NULL) = (revoked_because IS NULL))
);
CREATE INDEX mandate_by_order ON bank.mandate (order_id);

-- A file that the shop gives to its bank, and what it says of itself. It is composed anew whenever it is asked for, always to the same bytes.
CREATE TABLE bank.payment_run (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('collection', 'transfer')),
  number bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT one_run_per_number UNIQUE,
  method text NOT NULL,
  -- Whose account: {name, iban, bic}, and of who collects {creditorId}.
  account jsonb NOT NULL,
  message text NOT NULL,
  -- prepared: to be looked at; released: may go to the bank; sent: it has it.
  state text NOT NULL DEFAULT 'prepared' CHECK (state IN ('prepared', 'released', 'sent', 'discarded')),
  items integer NOT NULL CHECK (items > 0),
  total bigint NOT NULL CHECK (total > 0),
  currency text NOT NULL CHECK (currency = 'EUR'),
  first_on date NOT NULL,
  sha256 text,
  made_at timestamptz NOT NULL,
  made_by text NOT NULL,
  sent_at timestamptz,
  ended_because text,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX payment_run_by_time ON bank.payment_run (made_at, id);
CREATE INDEX payment_run_by_kind ON bank.payment_run (kind, made_at, id);
CREATE INDEX payment_run_by_state ON bank.payment_run (state, made_at, id);
CREATE INDEX payment_run_by_total ON bank.payment_run (total, id);

-- One collection from one account. A second try is another row.
CREATE TABLE bank.direct_debit (
  id uuid PRIMARY KEY,
  mandate_id uuid NOT NULL REFERENCES bank.mandate (id),
  order_id uuid NOT NULL,
  payment_id uuid NOT NULL,
  attempt smallint NOT NULL CHECK (attempt > 0),
  amount bigint NOT NULL CHECK (amount > 0),
  currency text NOT NULL CHECK (currency = 'EUR'),
  -- The day that its payer was told.
  due_on date NOT NULL,
  announced_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'in_run', 'collected', 'rejected', 'returned', 'cancelled')),
  end_to_end_id text NOT NULL CONSTRAINT one_debit_per_end_to_end_id UNIQUE,
  run_id uuid REFERENCES bank.payment_run (id),
  -- The group of its file (PmtInfId), and the day that it asks for.
  batch text,
  collects_on date,
  booked_on date,
  -- Why the bank did not collect it, or took it back: a code of ISO 20022.
  reason text,
  fee bigint NOT NULL DEFAULT 0,
  -- Of payments, where the money was here and went back.
  return_id uuid,
  todo_id uuid,
  -- By which it is found: whose account, mandate and order.
  words text NOT NULL,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT one_try_of_this_number UNIQUE (payment_id, attempt),
  CHECK ((run_id IS NULL) = (batch IS NULL)),
  CHECK (state NOT IN ('in_run', 'collected', 'returned') OR run_id IS NOT NULL),
  CHECK ((reason IS NULL) = (state NOT IN ('rejected', 'returned')))
);
-- Nothing is collected twice for one payment.
CREATE UNIQUE INDEX one_live_debit_per_payment ON bank.direct_debit (payment_id) WHERE state IN ('due', 'in_run', 'collected');
CREATE INDEX direct_debit_by_order ON bank.direct_debit (order_id, created_at, id);
CREATE INDEX direct_debit_by_mandate ON bank.direct_debit (mandate_id);
CREATE INDEX direct_debit_by_run ON bank.direct_debit (run_id, due_on, id);
CREATE INDEX direct_debit_by_batch ON bank.direct_debit (batch) WHERE batch IS NOT NULL;
CREATE INDEX direct_debit_by_day ON bank.direct_debit (due_on, id);
CREATE INDEX direct_debit_by_state ON bank.direct_debit (state, due_on, id);
CREATE INDEX direct_debit_by_words ON bank.direct_debit USING gin (words gin_trgm_ops);
CREATE INDEX direct_debit_by_amount ON bank.direct_debit (amount, id);

-- What the bank booked for a whole run, or took back of it.
ALTER TABLE bank.entry ADD COLUMN run_id uuid;
ALTER TABLE bank.entry_decision ADD COLUMN run_id uuid;
ALTER TABLE bank.entry DROP CONSTRAINT booked_for_something;
ALTER TABLE bank.entry ADD CONSTRAINT booked_for_something
  CHECK (state <> 'booked' OR came = false OR order_id IS NOT NULL OR payout_id IS NOT NULL OR run_id IS NOT NULL);

CREATE VIEW verify.direct_debit AS
  SELECT id::text, payment_id::text, run_id::text, batch, state, amount, currency, return_id::text FROM bank.direct_debit;
CREATE VIEW verify.payment_run AS
  SELECT id::text, kind, state, items, total, currency, sha256 FROM bank.payment_run;
