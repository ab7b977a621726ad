-- What imports say that they did, beside what is kept of each product (docs/guides/verify.md, M1).
CREATE VIEW verify.import AS
  SELECT i.id::text, i.state, i.done, i.created, i.changed, i.unchanged, i.undone + i.kept_back AS back,
    p.made, p.altered, p.returned, p.lost
  FROM catalog.import i CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE q.created)::int AS made, count(*) FILTER (WHERE NOT q.created)::int AS altered,
      count(q.undone_at)::int AS returned, count(*) FILTER (WHERE g.id IS NULL)::int AS lost
    FROM catalog.import_product q LEFT JOIN catalog.product g ON g.id = q.product_id WHERE q.import_id = i.id) p;
