-- What a product says of itself beyond its words: typed attributes by family, who made it, what the law asks, how much is in it.
CREATE TABLE catalog.attribute (
  code text PRIMARY KEY,
  names jsonb NOT NULL CHECK (names ? 'en'),
  kind text NOT NULL CHECK (kind IN ('text', 'long_text', 'number', 'yes_no', 'date', 'choice', 'choices')),
  unit text NOT NULL DEFAULT '',
  -- [{"code": "oak", "names": {"en": "Oak"}}], in the order in which people see them.
  choices jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(choices) = 'array'),
  section text NOT NULL CHECK (section IN ('features', 'measures', 'material', 'care', 'own')),
  localised boolean NOT NULL DEFAULT false,
  per_variant boolean NOT NULL DEFAULT false,
  filterable boolean NOT NULL DEFAULT false,
  shown boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE catalog.family (
  code text PRIMARY KEY,
  names jsonb NOT NULL CHECK (names ? 'en'),
  -- [{"code": "material", "required": true}], in the order in which people see them.
  attributes jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(attributes) = 'array'),
  -- What makes one of its products complete.
  languages text[] NOT NULL DEFAULT '{en}',
  pictures integer NOT NULL DEFAULT 1 CHECK (pictures BETWEEN 0 AND 20),
  safety boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

-- Makers, and those who answer for a product in the Union: Regulation (EU) 2023/988, art. 19.
CREATE TABLE catalog.safety_contact (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  street text NOT NULL,
  postcode text NOT NULL,
  city text NOT NULL,
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  email text NOT NULL,
  website text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX safety_contact_by_name ON catalog.safety_contact (lower(name), id);

ALTER TABLE catalog.product
  ADD COLUMN family_code text CONSTRAINT product_family REFERENCES catalog.family (code),
  -- Attribute code -> value: text, decimal as text, true, '2026-11-22', choice, [choices], {"en": text}.
  ADD COLUMN attributes jsonb NOT NULL DEFAULT '{}',
  -- 'material=oak': what shoppers filter by, of the product and of its variants on sale.
  ADD COLUMN facets text[] NOT NULL DEFAULT '{}',
  -- Of what its family asks for, in per cent, in the language that has least; null until it was next saved.
  ADD COLUMN completeness smallint CHECK (completeness BETWEEN 0 AND 100),
  ADD COLUMN maker_id uuid CONSTRAINT product_maker REFERENCES catalog.safety_contact (id),
  ADD COLUMN responsible_id uuid CONSTRAINT product_responsible REFERENCES catalog.safety_contact (id),
  ADD COLUMN warnings jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN hs_code text CHECK (hs_code ~ '^(\d{6}|\d{8}|\d{10})$'),
  ADD COLUMN origin_country text CHECK (origin_country ~ '^[A-Z]{2}$'),
  -- The producer's guarantee of durability in years, where it is longer than the law's own.
  ADD COLUMN durability_years smallint CHECK (durability_years BETWEEN 3 AND 99),
  ADD COLUMN passport_url text;

ALTER TABLE catalog.variant
  ADD COLUMN attributes jsonb NOT NULL DEFAULT '{}',
  -- {"amount": "250", "unit": "g"}: what is in one piece, for its price by kilogram, litre or metre (Directive 98/6/EC).
  ADD COLUMN content jsonb;

CREATE INDEX product_by_facet ON catalog.product USING gin (facets);
CREATE INDEX product_by_family ON catalog.product (family_code, updated_at DESC, id DESC);
CREATE INDEX product_by_completeness ON catalog.product (completeness, id);
-- Asked for when a contact is changed or looked up, and by the foreign keys.
CREATE INDEX product_by_maker ON catalog.product (maker_id) WHERE maker_id IS NOT NULL;
CREATE INDEX product_by_responsible ON catalog.product (responsible_id) WHERE responsible_id IS NOT NULL;

CREATE OR REPLACE VIEW catalog.pub_product AS
  SELECT p.id::text AS product_id, p.id AS product_uuid, p.handle, p.names, p.descriptions, p.vendor, p.tax_category, p.tags,
    c.id::text AS category_id, c.handle AS category_handle, c.names AS category_names, p.state, p.state = 'published' AS published,
    p.cover_file_id::text, p.version, p.created_at, p.updated_at, p.search_words, p.search_text, p.category_id AS category_uuid,
    p.facets, p.hs_code, p.origin_country
  FROM catalog.product p LEFT JOIN catalog.category c ON c.id = p.category_id;

CREATE OR REPLACE VIEW catalog.pub_watched AS
  SELECT 'product'::text AS object_type, id::text AS object_id, version FROM catalog.product
  UNION ALL SELECT 'category', id::text, version FROM catalog.category
  UNION ALL SELECT 'attribute', code, version FROM catalog.attribute
  UNION ALL SELECT 'family', code, version FROM catalog.family
  UNION ALL SELECT 'safety_contact', id::text, version FROM catalog.safety_contact;
