-- What belongs to a product: what goes with it, and what may be bought instead of it; in their order within a kind.
CREATE TABLE catalog.related_product (
  product_id uuid NOT NULL REFERENCES catalog.product (id),
  kind text NOT NULL CHECK (kind IN ('accessory', 'up_sell', 'cross_sell', 'substitute')),
  related_id uuid NOT NULL REFERENCES catalog.product (id),
  position smallint NOT NULL CHECK (position > 0),
  -- Holds for the page of the other one too: said once, kept once.
  both_ways boolean NOT NULL,
  PRIMARY KEY (product_id, kind, related_id),
  CONSTRAINT related_to_itself CHECK (product_id <> related_id)
);
CREATE INDEX related_product_by_other ON catalog.related_product (related_id, product_id) WHERE both_ways;
