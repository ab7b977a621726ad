-- What search engines show of a product's page, by language; a language without words shows its name and its description.
ALTER TABLE catalog.product
  ADD COLUMN seo_titles jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN seo_descriptions jsonb NOT NULL DEFAULT '{}';
