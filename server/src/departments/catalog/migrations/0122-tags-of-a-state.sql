-- A tag is mostly asked for together with a state: both are met in one index, and not a tag of thousands beside all drafts that there are.
CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;
DROP INDEX catalog.product_by_tag;
CREATE INDEX product_by_tag ON catalog.product USING gin (tags, state);
