-- What people agreed to be sent, by purpose: a ledger that only grows, and what holds now kept beside it.

CREATE TABLE customers.consent_purpose (
  id uuid PRIMARY KEY,
  -- What forms and mails call it: it never changes.
  code text NOT NULL CONSTRAINT consent_purpose_code UNIQUE CHECK (code ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  channel text NOT NULL CHECK (channel IN ('email', 'sms', 'phone', 'post', 'profiling')),
  names jsonb NOT NULL,
  -- None: in every market.
  markets text[] NOT NULL DEFAULT '{}',
  asked_at text[] NOT NULL CHECK (asked_at <@ ARRAY['checkout', 'registration', 'account']),
  -- Who proved no address confirms by a link in a mail.
  confirmed boolean NOT NULL,
  -- Since when customers may be written to without having agreed, unless they object (Directive 2002/58/EC, art. 13(2)); null: they may not.
  soft_since timestamptz CHECK (soft_since IS NULL OR channel IN ('email', 'sms')),
  position integer NOT NULL CHECK (position >= 0),
  -- Number of the wording that is asked now.
  wording integer NOT NULL CHECK (wording > 0),
  retired_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL
);
CREATE INDEX consent_purpose_by_position ON customers.consent_purpose (position, id);
CREATE INDEX consent_purpose_by_channel ON customers.consent_purpose (channel, position, id);
CREATE INDEX consent_purpose_search ON customers.consent_purpose USING gin (lower(code || ' ' || names::text) gin_trgm_ops);

-- What people read and agreed to stays as they read it: another text is another wording.
CREATE TABLE customers.consent_wording (
  purpose_id uuid NOT NULL REFERENCES customers.consent_purpose (id),
  number integer NOT NULL CHECK (number > 0),
  texts jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text NOT NULL,
  PRIMARY KEY (purpose_id, number)
);
INSERT INTO host.final_table (name) VALUES ('customers.consent_wording');

-- What holds now, as the last record of the ledger says (verify P4).
CREATE TABLE customers.consent (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers.customer (id),
  purpose_id uuid NOT NULL REFERENCES customers.consent_purpose (id),
  -- claimed: somebody agreed for an address that they had not proved to be theirs; it counts for nothing until its owner confirms.
  state text NOT NULL CHECK (state IN ('claimed', 'given', 'withdrawn')),
  since timestamptz NOT NULL,
  records integer NOT NULL CHECK (records > 0),
  CONSTRAINT one_consent_for_a_purpose UNIQUE (customer_id, purpose_id)
);
CREATE INDEX consent_by_time ON customers.consent (since DESC, id DESC);
CREATE INDEX consent_by_purpose ON customers.consent (purpose_id, since DESC, id DESC);
CREATE INDEX consent_by_state ON customers.consent (state, since DESC, id DESC);
CREATE INDEX consent_given ON customers.consent (purpose_id, customer_id) WHERE state = 'given';

CREATE TABLE customers.consent_record (
  id uuid PRIMARY KEY,
  consent_id uuid NOT NULL REFERENCES customers.consent (id),
  number integer NOT NULL CHECK (number > 0),
  act text NOT NULL CHECK (act IN ('claimed', 'given', 'withdrawn')),
  purpose_id uuid NOT NULL,
  wording integer NOT NULL,
  -- In which the wording was read.
  locale text NOT NULL CHECK (locale IN ('en', 'it', 'es', 'id')),
  how text NOT NULL CHECK (how IN ('checkout', 'registration', 'account', 'link', 'one_click', 'staff', 'import')),
  -- The number of the order with which it was given, or where staff were told.
  proof text,
  -- The network from which it came, not the machine: /24, or /48 of IPv6.
  network text,
  actor text NOT NULL,
  reason text CHECK (how <> 'staff' OR reason IS NOT NULL),
  at timestamptz NOT NULL,
  CONSTRAINT consent_record_number UNIQUE (consent_id, number),
  FOREIGN KEY (purpose_id, wording) REFERENCES customers.consent_wording (purpose_id, number)
);
INSERT INTO host.final_table (name) VALUES ('customers.consent_record');

-- Rules of segments, mails and advertisements see who may be told of what; who objected is not here.
CREATE VIEW customers.pub_consent AS
  SELECT c.customer_id::text, p.code AS purpose, p.channel, c.since
  FROM customers.consent c JOIN customers.consent_purpose p ON p.id = c.purpose_id WHERE c.state = 'given';

CREATE OR REPLACE VIEW customers.pub_watched AS
  SELECT 'customer'::text AS object_type, id::text AS object_id, version FROM customers.customer
  UNION ALL SELECT 'customer_group', id::text, version FROM customers.customer_group
  UNION ALL SELECT 'buyer_company', id::text, version FROM customers.company
  UNION ALL SELECT 'exemption', id::text, version FROM customers.exemption
  UNION ALL SELECT 'consent_purpose', id::text, version FROM customers.consent_purpose
  UNION ALL SELECT 'consent', id::text, records FROM customers.consent;

CREATE VIEW verify.consent AS
  SELECT c.id::text, c.customer_id::text, p.code AS purpose, c.state, c.records,
    (SELECT r.act FROM customers.consent_record r WHERE r.consent_id = c.id ORDER BY r.number DESC LIMIT 1) AS last_act,
    (SELECT count(*)::integer FROM customers.consent_record r WHERE r.consent_id = c.id) AS recorded,
    (SELECT max(r.number) FROM customers.consent_record r WHERE r.consent_id = c.id) AS last_number
  FROM customers.consent c JOIN customers.consent_purpose p ON p.id = c.purpose_id;
