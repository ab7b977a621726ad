-- Products of a brand in the order in which the back office lists them.
CREATE INDEX product_by_vendor_update ON catalog.product (lower(vendor), updated_at DESC, id DESC);
