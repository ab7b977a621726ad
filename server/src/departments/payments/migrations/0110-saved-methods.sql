-- Ways to pay that customers leave with a provider, and what they agreed to. No card number ever comes near us: the provider's name of it, and
-- by what people tell two cards apart.

-- Whom a provider knows under our customer.
CREATE TABLE payments.payer (
  provider text NOT NULL,
  customer_id uuid NOT NULL,
  provider_ref text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (provider, customer_id)
);

-- That a customer agreed to have kept what they pay by, in the words that they saw. `later`: the shop may charge it without them, for what they
-- agree to then.
CREATE TABLE payments.keeping (
  id uuid PRIMARY KEY,
  payment_id uuid NOT NULL REFERENCES payments.payment (id),
  customer_id uuid NOT NULL,
  later boolean NOT NULL,
  words text NOT NULL,
  locale text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX keeping_by_payment ON payments.keeping (payment_id, at);
INSERT INTO host.final_table (name) VALUES ('payments.keeping');

CREATE TABLE payments.saved_method (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL,
  provider text NOT NULL,
  provider_ref text NOT NULL,
  keeping_id uuid NOT NULL REFERENCES payments.keeping (id),
  -- Null once its customer was forgotten.
  brand text,
  last4 text CHECK (last4 ~ '^[0-9]{4}$'),
  expires_on date,
  preferred boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  -- Since when the provider does not have it any more either.
  forgotten_at timestamptz,
  CONSTRAINT one_saved_method_per_ref UNIQUE (provider, provider_ref),
  CHECK (removed_at IS NOT NULL OR (brand IS NOT NULL AND last4 IS NOT NULL AND expires_on IS NOT NULL)),
  CHECK (forgotten_at IS NULL OR removed_at IS NOT NULL)
);
CREATE UNIQUE INDEX one_preferred_method ON payments.saved_method (customer_id) WHERE preferred AND removed_at IS NULL;
CREATE INDEX saved_method_by_customer ON payments.saved_method (customer_id, created_at);

-- An attempt may keep what it is paid by, or charge what is kept: with the shopper there, or without them, for what they agreed to.
ALTER TABLE payments.attempt
  ADD COLUMN keeping_id uuid REFERENCES payments.keeping (id),
  ADD COLUMN saved_method_id uuid REFERENCES payments.saved_method (id),
  ADD COLUMN present boolean NOT NULL DEFAULT true,
  -- Of a charge without them: for what, and how they agreed to it.
  ADD COLUMN reason text,
  ADD COLUMN agreed text,
  ADD COLUMN actor text,
  ADD COLUMN provider_payment_id text,
  -- Nothing comes of it any more: paid, closed, or why the bank said no.
  ADD COLUMN ended_as text,
  ADD COLUMN ended_at timestamptz,
  ADD CONSTRAINT ended_as_something CHECK ((ended_as IS NULL) = (ended_at IS NULL)),
  ADD CONSTRAINT charged_for_a_reason CHECK (present OR (reason IS NOT NULL AND agreed IS NOT NULL AND actor IS NOT NULL));
CREATE INDEX attempt_by_saved_method ON payments.attempt (saved_method_id) WHERE saved_method_id IS NOT NULL;
