-- Products of which something changed that lists by price go by: pricing keeps what those walk along, and takes them from here.
CREATE TABLE catalog.offer_due (
  product_id uuid PRIMARY KEY,
  noted_at timestamptz NOT NULL
);
INSERT INTO catalog.offer_due SELECT id, now() FROM catalog.product;

CREATE VIEW catalog.pub_offer_due AS SELECT product_id AS product_uuid FROM catalog.offer_due;
