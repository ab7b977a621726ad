-- Brands: what products say as their vendor, with a page, a logo and who makes it. A product names its brand; it is one, whatever
-- the case, so an import that knows no brands speaks of them all the same.
CREATE TABLE catalog.brand (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  handle text NOT NULL CONSTRAINT brand_handle UNIQUE,
  descriptions jsonb NOT NULL DEFAULT '{}',
  seo_titles jsonb NOT NULL DEFAULT '{}',
  seo_descriptions jsonb NOT NULL DEFAULT '{}',
  image_file_id uuid CONSTRAINT brand_image REFERENCES host.file (id),
  hidden boolean NOT NULL DEFAULT false,
  maker_id uuid CONSTRAINT brand_maker REFERENCES catalog.safety_contact (id),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX brand_name ON catalog.brand (lower(name));

-- What products said so far becomes brands, each under an address of its own.
INSERT INTO catalog.brand (id, name, handle, created_at, updated_at)
SELECT gen_random_uuid(), name,
  CASE WHEN word = '' OR row_number() OVER (PARTITION BY word ORDER BY name) > 1 THEN trim(BOTH '-' FROM word || '-' || substr(md5(lower(name)), 1, 8))
    ELSE word END,
  now(), now()
FROM (
  SELECT min(vendor) AS name, left(trim(BOTH '-' FROM regexp_replace(lower(min(vendor)), '[^a-z0-9]+', '-', 'g')), 150) AS word
  FROM catalog.product WHERE vendor <> '' GROUP BY lower(vendor)) known;
CREATE INDEX product_by_vendor_shown ON catalog.product (lower(vendor), created_at DESC, id DESC) WHERE state = 'published';
