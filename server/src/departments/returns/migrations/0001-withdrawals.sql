-- Withdrawals from a contract, as buyers state them: without an account, at any hour, kept as they came.
CREATE SEQUENCE returns.withdrawal_number START 1001;

CREATE TABLE returns.withdrawal (
  id uuid PRIMARY KEY,
  number bigint NOT NULL UNIQUE,
  -- One statement, one withdrawal: the last word on a double click.
  form_key uuid NOT NULL CONSTRAINT one_withdrawal_per_form UNIQUE,
  market_code text NOT NULL,
  locale text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  -- As it was typed; the order is known where number and address agree, or a signed link led here.
  order_typed text NOT NULL,
  order_id text,
  -- Empty: from all of it.
  goods text NOT NULL,
  state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'accepted', 'refused', 'closed')),
  received_at timestamptz NOT NULL,
  refund_by date NOT NULL
);
CREATE INDEX withdrawal_by_time ON returns.withdrawal (received_at, id);
CREATE INDEX withdrawal_by_state ON returns.withdrawal (state, received_at, id);
CREATE INDEX withdrawal_by_market ON returns.withdrawal (market_code, received_at, id);
CREATE INDEX withdrawal_by_deadline ON returns.withdrawal (refund_by, id);
CREATE INDEX withdrawal_by_order ON returns.withdrawal (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX withdrawal_by_words ON returns.withdrawal USING gin (lower(order_typed || ' ' || name || ' ' || email) gin_trgm_ops);

-- What the shop made of it: who, when, why.
CREATE TABLE returns.withdrawal_decision (
  id uuid PRIMARY KEY,
  withdrawal_id uuid NOT NULL REFERENCES returns.withdrawal (id),
  decision text NOT NULL CHECK (decision IN ('accepted', 'refused', 'closed')),
  note text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX withdrawal_decision_by_withdrawal ON returns.withdrawal_decision (withdrawal_id, at, id);
INSERT INTO host.final_table (name) VALUES ('returns.withdrawal_decision');
