-- Each category with itself and those above it: what lies in a branch lies in every category on the way to it.
CREATE VIEW catalog.pub_category_way AS
  WITH RECURSIVE way (category_uuid, above, ids) AS (
    SELECT id, parent_id, ARRAY[id::text] FROM catalog.category
    UNION ALL
    SELECT w.category_uuid, c.parent_id, w.ids || c.id::text FROM way w JOIN catalog.category c ON c.id = w.above
  )
  SELECT category_uuid, ids FROM way WHERE above IS NULL;
