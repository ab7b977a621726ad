-- What a provider pays out to our bank, line by line, and where each line belongs.

CREATE TABLE payments.payout (
  id uuid PRIMARY KEY,
  provider text NOT NULL,
  provider_ref text NOT NULL,
  entity_id uuid NOT NULL,
  -- As the provider says; below zero where it takes money back.
  amount bigint NOT NULL,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  state text NOT NULL CHECK (state IN ('pending', 'in_transit', 'paid', 'failed', 'cancelled')),
  origin text NOT NULL CHECK (origin IN ('provider', 'file')),
  paid_at timestamptz NOT NULL,
  arrives_on date NOT NULL,
  -- What the bank's statement is to say of it, where the provider tells.
  statement_text text,
  -- Whether its lines can be read, and how far they were.
  lines text NOT NULL CHECK (lines IN ('later', 'reading', 'whole')),
  read_after text,
  booked_at timestamptz,
  -- Of its lines: what came in, what went back, what it cost, everything else, and what nobody can explain yet.
  gross bigint NOT NULL DEFAULT 0,
  refunds bigint NOT NULL DEFAULT 0,
  fees bigint NOT NULL DEFAULT 0,
  others bigint NOT NULL DEFAULT 0,
  unexplained bigint NOT NULL DEFAULT 0,
  unexplained_lines integer NOT NULL DEFAULT 0,
  -- That which asks a person to explain the rest.
  todo_id uuid,
  returned_at timestamptz,
  arrived_on date,
  bank_reference text,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT one_payout_per_provider_ref UNIQUE (provider, provider_ref),
  CHECK (booked_at IS NULL OR lines = 'whole'),
  CHECK ((arrived_on IS NULL) = (bank_reference IS NULL))
);
CREATE INDEX payout_by_time ON payments.payout (paid_at, id);
CREATE INDEX payout_by_arrival ON payments.payout (arrives_on, id);
CREATE INDEX payout_by_amount ON payments.payout (amount, id);
CREATE INDEX payout_by_state ON payments.payout (state, paid_at, id);
CREATE INDEX payout_by_provider ON payments.payout (provider, paid_at, id);
CREATE INDEX payout_by_unexplained ON payments.payout (unexplained_lines, paid_at, id);
CREATE INDEX payout_by_ref ON payments.payout (provider_ref, paid_at, id);
CREATE INDEX payout_on_its_way ON payments.payout (currency, amount) WHERE booked_at IS NOT NULL AND arrived_on IS NULL;

CREATE TABLE payments.payout_line (
  id uuid PRIMARY KEY,
  payout_id uuid NOT NULL REFERENCES payments.payout (id),
  provider text NOT NULL,
  provider_ref text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('payment', 'refund', 'refund_returned', 'dispute', 'fee', 'adjustment', 'reserve',
    'payout_returned', 'other', 'difference')),
  -- Before what it cost; what reached the payout is amount - fee. In the currency of the payout.
  amount bigint NOT NULL,
  fee bigint NOT NULL,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- The provider's names of the movement and of its payment.
  source_ref text,
  payment_ref text,
  -- One unit of the shopper's currency in the payout's, where it was changed.
  rate text,
  description text NOT NULL,
  at timestamptz NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('new', 'matched', 'booked', 'unexplained', 'explained')),
  -- Why a person must look.
  reason text,
  -- The movement of ours that it pays out: of a payment, or of a dispute.
  movement_id uuid,
  order_id uuid,
  -- To whose books it went, and under what.
  entity_id uuid,
  booked_as text CHECK (booked_as IN ('movement', 'fee', 'reserve', 'adjustment', 'returned')),
  words text,
  explained_by text,
  explained_at timestamptz,
  CONSTRAINT one_line_per_provider_ref UNIQUE (provider, provider_ref),
  CONSTRAINT one_line_per_movement UNIQUE (movement_id),
  CHECK ((verdict = 'unexplained') = (reason IS NOT NULL)),
  CHECK ((booked_as IS NOT DISTINCT FROM 'movement') = (movement_id IS NOT NULL)),
  CHECK ((verdict IN ('matched', 'booked', 'explained')) = (booked_as IS NOT NULL)),
  CHECK ((explained_by IS NOT NULL) = (verdict = 'explained'))
);
CREATE INDEX payout_line_of_payout ON payments.payout_line (payout_id, at, id);
CREATE INDEX payout_line_unexplained ON payments.payout_line (payout_id) WHERE verdict = 'unexplained';

-- A line names a movement by the provider's word for it.
CREATE INDEX event_by_provider_ref ON payments.event (provider_ref, kind);

CREATE VIEW verify.payout AS
  SELECT p.id::text, p.provider, p.currency, p.amount, p.booked_at IS NOT NULL AS booked,
    p.arrived_on IS NULL AND p.returned_at IS NULL AS on_its_way
  FROM payments.payout p;
-- `cleared`: by how much the line makes that smaller which its provider holds for us, in the shopper's currency.
CREATE VIEW verify.payout_line AS
  SELECT l.id::text, l.payout_id::text, l.entity_id::text AS entity, l.kind, l.currency, l.amount, l.fee, l.verdict, l.booked_as,
    l.movement_id::text, coalesce(e.currency, l.currency) AS cleared_currency,
    CASE WHEN e.kind = 'capture' THEN e.amount WHEN e.kind = 'refund' THEN -e.amount WHEN l.booked_as = 'movement' THEN l.amount - l.fee
      WHEN l.booked_as = 'returned' THEN l.amount ELSE 0 END AS cleared
  FROM payments.payout_line l LEFT JOIN payments.event e ON e.id = l.movement_id;
