-- The codes of what can be priced, from the index of SKUs alone: whoever looks for one needs no product.
CREATE VIEW catalog.pub_variant_code AS
  SELECT id AS variant_uuid, sku, gtin FROM catalog.variant WHERE retired_at IS NULL;
