-- What the shop sells: products, the options they come in, their variants, pictures and categories.

-- Finds names in spite of a typing error; a trusted extension, so the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE TABLE catalog.category (
  id uuid PRIMARY KEY,
  parent_id uuid REFERENCES catalog.category (id),
  handle text NOT NULL CONSTRAINT category_handle UNIQUE,
  names jsonb NOT NULL CHECK (names ? 'en'),
  position integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX category_by_parent ON catalog.category (parent_id, position);

CREATE TABLE catalog.product (
  id uuid PRIMARY KEY,
  handle text NOT NULL CONSTRAINT product_handle UNIQUE,
  names jsonb NOT NULL CHECK (names ? 'en'),
  descriptions jsonb NOT NULL DEFAULT '{}',
  vendor text NOT NULL DEFAULT '',
  category_id uuid REFERENCES catalog.category (id),
  tags text[] NOT NULL DEFAULT '{}',
  tax_category text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'published')),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  -- Of the picture at position 1; kept here so that lists need no look at the pictures.
  cover_file_id uuid REFERENCES host.file (id),
  -- Every SKU and GTIN of its variants: what staff type into a search box.
  codes text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Names in all languages, vendor and tags; 'simple' because one column holds four languages.
  search_text text NOT NULL GENERATED ALWAYS AS (
    lower(coalesce(names ->> 'en', '') || ' ' || coalesce(names ->> 'it', '') || ' ' || coalesce(names ->> 'es', '') || ' '
      || coalesce(names ->> 'id', '') || ' ' || vendor)
  ) STORED,
  search_words tsvector NOT NULL GENERATED ALWAYS AS (
    -- Without hyphens and the like: to_tsvector takes "mug-350" for a mug and a negative number.
    setweight(to_tsvector('simple', translate(coalesce(names ->> 'en', '') || ' ' || coalesce(names ->> 'it', '') || ' '
      || coalesce(names ->> 'es', '') || ' ' || coalesce(names ->> 'id', ''), '-_./:', '     ')), 'A')
    || setweight(to_tsvector('simple', translate(vendor || ' ' || codes, '-_./:', '     ')), 'B')
  ) STORED
);
CREATE INDEX product_by_words ON catalog.product USING gin (search_words);
CREATE INDEX product_by_likeness ON catalog.product USING gin (search_text gin_trgm_ops);
-- One index per declared order; the filters state and category lead in their own.
CREATE INDEX product_by_update ON catalog.product (updated_at DESC, id DESC);
CREATE INDEX product_by_creation ON catalog.product (created_at DESC, id DESC);
CREATE INDEX product_by_name_en ON catalog.product (lower(names ->> 'en'), id);
CREATE INDEX product_by_name_it ON catalog.product (lower(coalesce(names ->> 'it', names ->> 'en')), id);
CREATE INDEX product_by_name_es ON catalog.product (lower(coalesce(names ->> 'es', names ->> 'en')), id);
CREATE INDEX product_by_name_id ON catalog.product (lower(coalesce(names ->> 'id', names ->> 'en')), id);
CREATE INDEX product_by_state ON catalog.product (state, updated_at DESC, id DESC);
CREATE INDEX product_by_category ON catalog.product (category_id, created_at DESC, id DESC);
CREATE INDEX product_on_sale ON catalog.product (created_at DESC, id DESC) WHERE state = 'published';
CREATE INDEX product_by_text_id ON catalog.product ((id::text));

CREATE TABLE catalog.option (
  product_id uuid NOT NULL REFERENCES catalog.product (id),
  code text NOT NULL,
  names jsonb NOT NULL CHECK (names ? 'en'),
  -- [{"code": "m", "names": {"en": "Medium", "it": "Media"}}], in the order in which shoppers see them.
  choices jsonb NOT NULL CHECK (jsonb_typeof(choices) = 'array'),
  position integer NOT NULL,
  PRIMARY KEY (product_id, code)
);

-- A variant that is no longer made is retired, never deleted: orders, stock and prices speak of it.
CREATE TABLE catalog.variant (
  id uuid PRIMARY KEY,
  product_id uuid NOT NULL REFERENCES catalog.product (id),
  sku text NOT NULL CONSTRAINT variant_sku UNIQUE,
  gtin text CHECK (gtin ~ '^(\d{8}|\d{12}|\d{13}|\d{14})$'),
  -- {"size": "m", "colour": "blue"}: code of the option -> code of the choice.
  option_values jsonb NOT NULL DEFAULT '{}',
  -- {"en": "Medium, Blue", "it": "Media, Blu"}: as lines of baskets and orders show it; empty without options.
  option_names jsonb NOT NULL DEFAULT '{}',
  weight_grams integer NOT NULL DEFAULT 0 CHECK (weight_grams >= 0),
  requires_shipping boolean NOT NULL DEFAULT true,
  image_file_id uuid REFERENCES host.file (id),
  position integer NOT NULL,
  retired_at timestamptz,
  created_at timestamptz NOT NULL,
  live_option_values jsonb GENERATED ALWAYS AS (CASE WHEN retired_at IS NULL THEN option_values END) STORED,
  -- Checked at COMMIT: one save may swap the options of two variants.
  CONSTRAINT variant_combination UNIQUE (product_id, live_option_values) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX variant_by_product ON catalog.variant (product_id, position);
CREATE INDEX variant_by_gtin ON catalog.variant (gtin) WHERE gtin IS NOT NULL;
CREATE INDEX variant_by_text_id ON catalog.variant ((id::text));

CREATE TABLE catalog.image (
  product_id uuid NOT NULL REFERENCES catalog.product (id),
  position integer NOT NULL CHECK (position > 0),
  file_id uuid NOT NULL REFERENCES host.file (id),
  alts jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (product_id, position)
);

CREATE VIEW catalog.pub_product AS
  SELECT p.id::text AS product_id, p.id AS product_uuid, p.handle, p.names, p.descriptions, p.vendor, p.tax_category, p.tags,
    c.id::text AS category_id, c.handle AS category_handle, c.names AS category_names, p.state, p.state = 'published' AS published,
    p.cover_file_id::text, p.version, p.created_at, p.updated_at, p.search_words, p.search_text
  FROM catalog.product p LEFT JOIN catalog.category c ON c.id = p.category_id;

CREATE VIEW catalog.pub_variant AS
  SELECT v.id::text AS variant_id, v.id AS variant_uuid, p.id::text AS product_id, p.id AS product_uuid, v.sku, p.handle, p.names,
    v.option_names, v.option_values, p.tax_category, v.weight_grams, v.requires_shipping,
    coalesce(v.image_file_id, p.cover_file_id)::text AS image_file_id,
    p.state = 'published' AND v.retired_at IS NULL AS sellable, v.position, p.version
  FROM catalog.variant v JOIN catalog.product p ON p.id = v.product_id;

CREATE VIEW catalog.pub_watched AS
  SELECT 'product'::text AS object_type, id::text AS object_id, version FROM catalog.product
  UNION ALL SELECT 'category', id::text, version FROM catalog.category;
