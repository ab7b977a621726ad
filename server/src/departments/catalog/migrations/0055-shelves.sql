-- Categories as pages of their own, placed in the world's taxonomies; brands, collections and what belongs together follow.
ALTER TABLE catalog.category
  ADD COLUMN descriptions jsonb NOT NULL DEFAULT '{}',
  -- What search engines show instead of name and description.
  ADD COLUMN seo_titles jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN seo_descriptions jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN image_file_id uuid CONSTRAINT category_image REFERENCES host.file (id),
  -- With all below it, out of the shop's menus and pages; its products stay what they are.
  ADD COLUMN hidden boolean NOT NULL DEFAULT false,
  -- In Shopify's taxonomy ('hg-11-10'), and in Google's where that is not what Shopify's means there.
  ADD COLUMN taxonomy_id text,
  ADD COLUMN google_id text;

-- Where one product is placed otherwise than its category.
CREATE TABLE catalog.product_taxonomy (
  product_id uuid PRIMARY KEY REFERENCES catalog.product (id),
  taxonomy_id text,
  google_id text,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL
);
-- Counts of a category's products, drafts among them, walk along it.
CREATE INDEX product_by_category_state ON catalog.product (category_id, state);
