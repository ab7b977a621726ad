-- The category by its key, so that lists of one category walk along its index.
CREATE OR REPLACE VIEW catalog.pub_product AS
  SELECT p.id::text AS product_id, p.id AS product_uuid, p.handle, p.names, p.descriptions, p.vendor, p.tax_category, p.tags,
    c.id::text AS category_id, c.handle AS category_handle, c.names AS category_names, p.state, p.state = 'published' AS published,
    p.cover_file_id::text, p.version, p.created_at, p.updated_at, p.search_words, p.search_text, p.category_id AS category_uuid
  FROM catalog.product p LEFT JOIN catalog.category c ON c.id = p.category_id;
