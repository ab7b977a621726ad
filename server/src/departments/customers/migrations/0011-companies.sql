-- Companies that buy, the people who buy for them, and certificates by which somebody owes no tax.
CREATE TABLE customers.company (
  id uuid PRIMARY KEY,
  legal_name text NOT NULL CHECK (legal_name <> ''),
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  -- With its prefix, as the authority takes it.
  vat_number text CONSTRAINT company_vat_number UNIQUE,
  vat_country text CHECK ((vat_country IS NULL) = (vat_number IS NULL)),
  tax_code text,
  street text NOT NULL DEFAULT '',
  postcode text NOT NULL DEFAULT '',
  city text NOT NULL DEFAULT '',
  region text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL
);
CREATE INDEX company_by_time ON customers.company (created_at DESC, id DESC);
CREATE INDEX company_by_name ON customers.company (lower(legal_name), id);
CREATE INDEX company_by_country ON customers.company (country, created_at DESC, id DESC);
CREATE INDEX company_search ON customers.company USING gin (lower(legal_name || ' ' || coalesce(vat_number, '')) gin_trgm_ops);

ALTER TABLE customers.customer ADD COLUMN company_id uuid REFERENCES customers.company (id);
CREATE INDEX customer_by_company ON customers.customer (company_id, lower(name), id) WHERE company_id IS NOT NULL;

CREATE TABLE customers.exemption (
  id uuid PRIMARY KEY,
  customer_id uuid REFERENCES customers.customer (id),
  company_id uuid REFERENCES customers.company (id),
  kind text NOT NULL CHECK (kind IN ('resale', 'diplomatic', 'public_body', 'charity', 'other')),
  number text NOT NULL CHECK (number <> ''),
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  region text,
  valid_from date NOT NULL,
  valid_to date,
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'approved', 'withdrawn')),
  decided_by text,
  decided_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CHECK ((customer_id IS NULL) <> (company_id IS NULL)),
  CHECK (valid_to >= valid_from),
  CHECK ((state = 'proposed') = (decided_at IS NULL))
);
CREATE INDEX exemption_of_customer ON customers.exemption (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX exemption_of_company ON customers.exemption (company_id) WHERE company_id IS NOT NULL;

CREATE OR REPLACE VIEW customers.pub_watched AS
  SELECT 'customer'::text AS object_type, id::text AS object_id, version FROM customers.customer
  UNION ALL SELECT 'customer_group', id::text, version FROM customers.customer_group
  UNION ALL SELECT 'buyer_company', id::text, version FROM customers.company
  UNION ALL SELECT 'exemption', id::text, version FROM customers.exemption;

CREATE OR REPLACE VIEW customers.pub_buyer AS
  SELECT c.id::text AS customer_id, c.id AS customer_uuid,
    ARRAY(SELECT g.code FROM customers.group_member m JOIN customers.customer_group g ON g.id = m.group_id
      WHERE m.customer_id = c.id ORDER BY g.code) AS groups,
    c.company_id::text AS company_id,
    (SELECT jsonb_build_object('name', o.legal_name, 'vatNumber', o.vat_number, 'country', o.vat_country, 'taxCode', o.tax_code)
      FROM customers.company o WHERE o.id = c.company_id) AS company,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'number', e.number, 'country', e.country,
        'region', e.region, 'validFrom', e.valid_from, 'validTo', e.valid_to) ORDER BY e.valid_from, e.id), '[]')
      FROM customers.exemption e
      WHERE e.state = 'approved' AND (e.customer_id = c.id OR e.company_id = c.company_id)) AS exemptions
  FROM customers.customer c;
