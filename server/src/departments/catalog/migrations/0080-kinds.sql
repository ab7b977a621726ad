-- Gift cards are a kind too; and a product says its kind itself, so that a list of products is kept to one by an index.
ALTER TABLE catalog.product_kind DROP CONSTRAINT product_kind_kind_check;
ALTER TABLE catalog.product_kind ADD CONSTRAINT product_kind_kind_check
  CHECK (kind IN ('digital', 'service', 'bundle', 'gift_card'));

-- Repeats what lies in product_kind (store/bundles.ts is the only writer); a product keeps it for good.
ALTER TABLE catalog.product ADD COLUMN kind text NOT NULL DEFAULT 'physical';
UPDATE catalog.product p SET kind = k.kind FROM catalog.product_kind k WHERE k.product_id = p.id;
CREATE INDEX product_by_kind ON catalog.product (kind, updated_at DESC, id DESC);
