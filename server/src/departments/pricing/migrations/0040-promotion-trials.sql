-- A promotion tried on what was sold before: the draft as it was tried, how far the work is, and what came of it.
CREATE TABLE pricing.promotion_trial (
  id uuid PRIMARY KEY,
  -- Of a promotion that is kept, as it was then; null while it is a draft alone.
  promotion_id uuid REFERENCES pricing.promotion (id),
  promotion_version integer,
  draft jsonb NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL CHECK (until > since),
  -- The other promotions that it met, so that it can be told when they have changed.
  others text NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'stopped', 'done')),
  -- Where the work goes on: {phase, after}.
  place jsonb NOT NULL,
  tally jsonb NOT NULL,
  looked integer NOT NULL DEFAULT 0,
  to_look_at integer NOT NULL,
  -- Of several runs of one trial, which may write: the last that was begun.
  run integer NOT NULL DEFAULT 1,
  started_by text NOT NULL,
  started_at timestamptz NOT NULL,
  -- The last step: who has not moved for long is not there any more.
  moved_at timestamptz NOT NULL,
  CHECK ((promotion_id IS NULL) = (promotion_version IS NULL))
);
CREATE INDEX promotion_trial_by_promotion ON pricing.promotion_trial (promotion_id, started_at DESC, id DESC)
  WHERE promotion_id IS NOT NULL;
CREATE INDEX promotion_trial_of_drafts ON pricing.promotion_trial (started_at) WHERE promotion_id IS NULL;
