-- Collections and brands have texts of their own.
ALTER TABLE catalog.outdated_text DROP CONSTRAINT outdated_text_kind_check;
ALTER TABLE catalog.outdated_text ADD CONSTRAINT outdated_text_kind_check
  CHECK (kind IN ('product', 'category', 'collection', 'brand', 'attribute'));
