-- What becomes of a withdrawal: who is asked to look at it, what came back and when, and on what terms it was decided.
ALTER TABLE returns.withdrawal ADD COLUMN todo_id text;

-- What of a decision a program reads: lines without such a right and why, by when goods are sent back, what went back.
ALTER TABLE returns.withdrawal_decision ADD COLUMN terms jsonb NOT NULL DEFAULT '{}';

-- From what on the money waits no more (Directive 2011/83/EU, art. 13 (3)): each once.
CREATE TABLE returns.withdrawal_fact (
  id uuid PRIMARY KEY,
  withdrawal_id uuid NOT NULL REFERENCES returns.withdrawal (id),
  fact text NOT NULL CHECK (fact IN ('goods_back', 'proof_of_sending')),
  on_day date NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT one_fact_per_withdrawal UNIQUE (withdrawal_id, fact)
);
INSERT INTO host.final_table (name) VALUES ('returns.withdrawal_fact');
