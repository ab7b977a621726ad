-- One index for each declared sort and filter of the back office's list of products (queries/products-list.ts).
CREATE INDEX product_by_vendor ON catalog.product (lower(vendor), id);
CREATE INDEX product_by_tag ON catalog.product USING gin (tags);
