-- What kind of thing a product is, where it is not a piece of goods; and what a bundle consists of.
CREATE TABLE catalog.product_kind (
  product_id uuid PRIMARY KEY REFERENCES catalog.product (id),
  -- Without a row it is physical.
  kind text NOT NULL CHECK (kind IN ('digital', 'service', 'bundle'))
);

CREATE TABLE catalog.bundle (
  product_id uuid PRIMARY KEY REFERENCES catalog.product_kind (product_id),
  shape text NOT NULL CHECK (shape IN ('fixed', 'mix', 'configurable')),
  price_way text NOT NULL CHECK (price_way IN ('own', 'percent_off', 'amount_off')),
  percent_ppm integer CHECK (percent_ppm BETWEEN 0 AND 1000000),
  -- Currency -> whole minor units.
  amounts_off jsonb,
  promotions text NOT NULL CHECK (promotions IN ('included', 'excluded')),
  CHECK ((price_way = 'percent_off') = (percent_ppm IS NOT NULL)),
  CHECK ((price_way = 'amount_off') = (amounts_off IS NOT NULL))
);

-- From each group between `least` and `most` pieces are chosen among its options.
CREATE TABLE catalog.bundle_group (
  product_id uuid NOT NULL REFERENCES catalog.bundle (product_id),
  position smallint NOT NULL CHECK (position >= 0),
  names jsonb NOT NULL,
  least smallint NOT NULL CHECK (least >= 0),
  most smallint NOT NULL CHECK (most >= least AND most BETWEEN 1 AND 99),
  PRIMARY KEY (product_id, position)
);

CREATE TABLE catalog.bundle_option (
  product_id uuid NOT NULL,
  group_position smallint NOT NULL,
  position smallint NOT NULL,
  variant_id uuid NOT NULL REFERENCES catalog.variant (id),
  -- Pieces of the variant in one choice of it.
  quantity smallint NOT NULL CHECK (quantity BETWEEN 1 AND 99),
  -- Currency -> whole minor units, for each piece.
  surcharges jsonb NOT NULL DEFAULT '{}',
  -- Chosen so often until somebody chooses otherwise.
  chosen smallint NOT NULL DEFAULT 0 CHECK (chosen BETWEEN 0 AND 99),
  PRIMARY KEY (product_id, group_position, variant_id),
  FOREIGN KEY (product_id, group_position) REFERENCES catalog.bundle_group (product_id, position)
);
-- Which bundles a variant is in.
CREATE INDEX bundle_option_by_variant ON catalog.bundle_option (variant_id);

CREATE VIEW catalog.pub_kind AS SELECT product_id AS product_uuid, kind FROM catalog.product_kind;

CREATE VIEW catalog.pub_bundle_option AS
  SELECT o.product_id AS bundle_uuid, o.group_position, g.least, g.most, o.variant_id AS variant_uuid, o.quantity, o.surcharges,
    o.chosen, p.id AS product_uuid, p.state = 'published' AND v.retired_at IS NULL AS sellable,
    k.kind IS NULL OR k.kind = 'bundle' AS stocked
  FROM catalog.bundle_option o
  JOIN catalog.bundle_group g ON g.product_id = o.product_id AND g.position = o.group_position
  JOIN catalog.variant v ON v.id = o.variant_id
  JOIN catalog.product p ON p.id = v.product_id
  LEFT JOIN catalog.product_kind k ON k.product_id = p.id;

CREATE VIEW catalog.pub_bundle AS
  SELECT b.product_id AS bundle_uuid, b.shape, b.price_way, b.percent_ppm, b.amounts_off, b.promotions,
    (SELECT jsonb_agg(jsonb_build_object('names', g.names, 'least', g.least, 'most', g.most, 'options',
        (SELECT jsonb_agg(jsonb_build_object('variantId', o.variant_id, 'quantity', o.quantity, 'surcharges', o.surcharges,
            'chosen', o.chosen) ORDER BY o.position)
          FROM catalog.bundle_option o WHERE o.product_id = g.product_id AND o.group_position = g.position))
        ORDER BY g.position)
      FROM catalog.bundle_group g WHERE g.product_id = b.product_id) AS groups
  FROM catalog.bundle b;
