-- What can be priced and stocked: variants that are not retired, for the list of prices (pricing's queries/variants-list.ts).
CREATE VIEW catalog.pub_live_variant AS
  SELECT v.id AS variant_uuid, v.product_id AS product_uuid, v.sku, v.gtin, v.weight_grams, v.option_names,
    lower(v.sku || ' ' || coalesce(v.gtin, '')) AS codes, p.handle, p.names, p.search_text, p.state, p.version,
    coalesce(v.image_file_id, p.cover_file_id) AS image_file_id
  FROM catalog.variant v JOIN catalog.product p ON p.id = v.product_id
  WHERE v.retired_at IS NULL;
-- Its order, and its search by a part of the SKU or GTIN.
CREATE INDEX variant_live_by_sku ON catalog.variant (sku, id) WHERE retired_at IS NULL;
CREATE INDEX variant_by_codes ON catalog.variant USING gin (lower(sku || ' ' || coalesce(gtin, '')) gin_trgm_ops);
