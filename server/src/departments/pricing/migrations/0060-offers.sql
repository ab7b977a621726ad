-- What lists by price walk along: each product that is on sale, at its cheapest variant, beside what such lists are narrowed by. Kept by
-- the job keep-offers; while catalog.offer_due has a row, nobody goes by it.
CREATE TABLE pricing.offer (
  product_id uuid NOT NULL,
  currency text NOT NULL,
  amount bigint NOT NULL,
  variant_id uuid NOT NULL,
  category_id uuid,
  -- In small letters, as brands are compared.
  vendor text NOT NULL,
  PRIMARY KEY (product_id, currency)
);
CREATE INDEX offer_by_amount ON pricing.offer (currency, amount, variant_id) INCLUDE (product_id);
CREATE INDEX offer_by_category ON pricing.offer (category_id, currency, amount, variant_id) INCLUDE (product_id);
CREATE INDEX offer_by_vendor ON pricing.offer (vendor, currency, amount, variant_id) INCLUDE (product_id);

-- The same for products of which a price list names a variant: what one costs at least where that list alone holds.
CREATE TABLE pricing.list_offer (
  list_id uuid NOT NULL,
  product_id uuid NOT NULL,
  -- As it is shown: whole minor units, the half up.
  amount bigint NOT NULL,
  PRIMARY KEY (list_id, product_id)
);
CREATE INDEX list_offer_by_amount ON pricing.list_offer (list_id, amount, product_id);
CREATE INDEX list_offer_by_product ON pricing.list_offer (product_id);

-- What is kept beside what prices say, for fondaco verify.
CREATE VIEW verify.offer AS
  SELECT coalesce(o.product_id, n.product_uuid)::text AS product_id, coalesce(o.currency, n.currency) AS currency, o.amount AS kept,
    n.amount AS said, (o.category_id, o.vendor) IS DISTINCT FROM (n.category_uuid, n.vendor) AS misplaced,
    EXISTS (SELECT 1 FROM catalog.pub_offer_due d WHERE d.product_uuid = coalesce(o.product_id, n.product_uuid)) AS due
  FROM pricing.offer o FULL JOIN (
    SELECT v.product_uuid, f.currency, min(f.amount) AS amount, p.category_uuid, lower(p.vendor) AS vendor
    FROM pricing.price f JOIN catalog.pub_variant v ON v.variant_uuid = f.variant_id
    JOIN catalog.pub_product p ON p.product_uuid = v.product_uuid
    WHERE v.sellable GROUP BY v.product_uuid, f.currency, p.category_uuid, p.vendor) n
  ON n.product_uuid = o.product_id AND n.currency = o.currency;

CREATE VIEW verify.list_offer AS
  SELECT coalesce(o.product_id, n.product_uuid)::text AS product_id, coalesce(o.list_id, n.list_id)::text AS list_id, o.amount AS kept,
    n.amount AS said,
    EXISTS (SELECT 1 FROM catalog.pub_offer_due d WHERE d.product_uuid = coalesce(o.product_id, n.product_uuid)) AS due
  FROM pricing.list_offer o FULL JOIN (
    SELECT named.list_id, named.product_uuid, min((coalesce(l.fine, f.amount * 10000) + 5000) / 10000) AS amount
    FROM (SELECT DISTINCT l.list_id, v.product_uuid FROM pricing.list_price l
      JOIN catalog.pub_variant v ON v.variant_uuid = l.variant_id WHERE l.from_quantity = 1 AND v.sellable) named
    JOIN pricing.price_list c ON c.id = named.list_id
    JOIN catalog.pub_variant v ON v.product_uuid = named.product_uuid AND v.sellable
    LEFT JOIN pricing.list_price l ON l.list_id = named.list_id AND l.variant_id = v.variant_uuid AND l.from_quantity = 1
    LEFT JOIN pricing.price f ON f.variant_id = v.variant_uuid AND f.currency = c.currency
    GROUP BY named.list_id, named.product_uuid) n
  ON n.product_uuid = o.product_id AND n.list_id = o.list_id;
