-- How many products of a category, a brand or a collection have what shoppers filter by: counted by the job count-facets, so that a list
-- answers whatever lies in it. Scopes are 'category ID', 'brand NAME IN SMALL LETTERS', 'collection ID'.
CREATE TABLE catalog.facet_scope (
  scope text PRIMARY KEY,
  counted_at timestamptz NOT NULL,
  -- Its products come and go at too many different times: counted whenever somebody asks.
  too_varied boolean NOT NULL
);

-- Products of a scope that are shown in the same places from counted_at on, whatever the clock says later: one of them speaks for all.
CREATE TABLE catalog.facet_group (
  scope text NOT NULL REFERENCES catalog.facet_scope (scope),
  position integer NOT NULL,
  product_id uuid NOT NULL,
  -- Where and when that is, as it was then; empty for what is shown everywhere.
  places text NOT NULL,
  products integer NOT NULL CHECK (products > 0),
  PRIMARY KEY (scope, position)
);

CREATE TABLE catalog.facet_count (
  scope text NOT NULL,
  -- Empty for brands, whose value is their name in small letters.
  attribute text NOT NULL,
  value text NOT NULL,
  position integer NOT NULL,
  -- Of a brand, as one of its products writes it.
  name text NOT NULL,
  products integer NOT NULL CHECK (products > 0),
  PRIMARY KEY (scope, attribute, value, position),
  FOREIGN KEY (scope, position) REFERENCES catalog.facet_group (scope, position)
);

-- What changed since it was counted, once for each change: written with the change, so that nobody ever waits for another's. While a scope
-- has one, its products are counted whenever somebody asks.
CREATE TABLE catalog.facet_due (
  scope text NOT NULL,
  noted_at timestamptz NOT NULL
);
CREATE INDEX facet_due_by_scope ON catalog.facet_due (scope);
INSERT INTO catalog.facet_due (scope, noted_at)
SELECT 'category ' || id, now() FROM catalog.category
UNION ALL SELECT DISTINCT 'brand ' || lower(vendor), now() FROM catalog.product WHERE vendor <> ''
UNION ALL SELECT 'collection ' || id, now() FROM catalog.collection;

-- What is kept beside what products say, for fondaco verify: of each scope that waits for nothing.
CREATE VIEW verify.facet_count AS
  WITH members AS (
    SELECT 'category ' || p.category_id AS scope, p.id, p.facets, p.vendor FROM catalog.product p WHERE p.state = 'published'
    UNION ALL SELECT 'brand ' || lower(p.vendor), p.id, p.facets, p.vendor FROM catalog.product p WHERE p.state = 'published'
    UNION ALL SELECT 'collection ' || l.collection_id, p.id, p.facets, p.vendor
      FROM catalog.collection_member l JOIN catalog.product p ON p.id = l.product_id WHERE p.state = 'published'),
  told AS (
    SELECT m.*, s.counted_at FROM members m JOIN catalog.facet_scope s USING (scope)
    WHERE NOT s.too_varied AND NOT EXISTS (SELECT 1 FROM catalog.facet_due d WHERE d.scope = s.scope)),
  placed AS (
    SELECT t.*, CASE WHEN e.product_id IS NOT NULL THEN e.elsewhere::text || coalesce((
        SELECT jsonb_agg(jsonb_build_array(w.channel, w.market, w.shown AND coalesce(w.ends_at > t.counted_at, true),
          CASE WHEN w.begins_at > t.counted_at THEN extract(epoch FROM w.begins_at) END,
          CASE WHEN w.ends_at > t.counted_at THEN extract(epoch FROM w.ends_at) END)
          ORDER BY w.channel, w.market)::text FROM catalog.showing_place w WHERE w.product_id = t.id), '') ELSE '' END AS places
    FROM told t LEFT JOIN catalog.showing e ON e.product_id = t.id),
  grouped AS (
    SELECT p.scope, p.facets, p.vendor, coalesce(g.position, 0) AS position FROM placed p
    LEFT JOIN catalog.facet_group g ON g.scope = p.scope AND g.places = p.places),
  said AS (
    SELECT scope, position, '' AS attribute, '' AS value, count(*)::int AS products FROM grouped GROUP BY scope, position
    UNION ALL SELECT scope, position, '', lower(vendor), count(*)::int FROM grouped WHERE vendor <> '' GROUP BY 1, 2, 4
    UNION ALL SELECT scope, position, split_part(facet, '=', 1), substr(facet, strpos(facet, '=') + 1), count(*)::int
      FROM grouped, unnest(facets) AS facet GROUP BY 1, 2, 3, 4),
  kept AS (
    SELECT scope, position, '' AS attribute, '' AS value, products FROM catalog.facet_group
    UNION ALL SELECT scope, position, attribute, value, products FROM catalog.facet_count)
  SELECT scope, attribute, value, k.products AS kept, s.products AS said
  FROM (SELECT k.* FROM kept k JOIN catalog.facet_scope c USING (scope)
    WHERE NOT EXISTS (SELECT 1 FROM catalog.facet_due d WHERE d.scope = c.scope)) k
  FULL JOIN said s USING (scope, position, attribute, value);
