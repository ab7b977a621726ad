-- What the shop promises, per market and kind: a draft that is worked on, and versions that are published and never changed.
CREATE TABLE legal.policy_version (
  id uuid PRIMARY KEY,
  market_code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('sales', 'discounts', 'returns', 'warranty', 'privacy', 'shipping')),
  -- Language -> restricted HTML.
  texts jsonb NOT NULL,
  -- What the text's blanks and the program read: {"withdrawalDays": 14}.
  rules jsonb NOT NULL,
  -- Of a draft neither is set.
  number integer CHECK (number > 0),
  effective_at timestamptz,
  published_at timestamptz,
  published_by text,
  -- How often the draft was saved.
  version integer NOT NULL DEFAULT 1,
  CHECK (num_nulls(number, effective_at, published_at, published_by) IN (0, 4))
);
CREATE UNIQUE INDEX policy_one_draft ON legal.policy_version (market_code, kind) WHERE number IS NULL;
CREATE UNIQUE INDEX policy_number ON legal.policy_version (market_code, kind, number) WHERE number IS NOT NULL;
CREATE INDEX policy_in_force ON legal.policy_version (market_code, kind, effective_at DESC, number DESC) WHERE number IS NOT NULL;

-- The versions under which an order was sold, for ever.
CREATE TABLE legal.sold_under (
  order_id uuid NOT NULL,
  version_id uuid NOT NULL REFERENCES legal.policy_version (id),
  PRIMARY KEY (order_id, version_id)
);
