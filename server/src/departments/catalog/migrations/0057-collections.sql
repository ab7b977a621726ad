-- Collections: products that are shown together, chosen by a rule or by hand.
CREATE TABLE catalog.collection (
  id uuid PRIMARY KEY,
  handle text NOT NULL CONSTRAINT collection_handle UNIQUE,
  names jsonb NOT NULL CHECK (names ? 'en'),
  descriptions jsonb NOT NULL DEFAULT '{}',
  seo_titles jsonb NOT NULL DEFAULT '{}',
  seo_descriptions jsonb NOT NULL DEFAULT '{}',
  image_file_id uuid CONSTRAINT collection_image REFERENCES host.file (id),
  hidden boolean NOT NULL DEFAULT false,
  -- Between these; null where it has no such end.
  begins_at timestamptz,
  ends_at timestamptz,
  -- {"match": "all", "conditions": [{"kind": "price", "currency": "EUR", "atMost": 3000}]}; null where it is chosen by hand.
  rule jsonb,
  version integer NOT NULL DEFAULT 1,
  -- As the shop's pages last had it: whoever keeps the members looks whether that changed.
  shown boolean NOT NULL DEFAULT false,
  members integer NOT NULL DEFAULT 0,
  kept_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT collection_times CHECK (ends_at > begins_at)
);

-- By hand: all of it; with a rule: what stands before everything that the rule finds.
CREATE TABLE catalog.collection_pick (
  collection_id uuid NOT NULL REFERENCES catalog.collection (id),
  product_id uuid NOT NULL REFERENCES catalog.product (id),
  position integer NOT NULL CHECK (position > 0),
  PRIMARY KEY (collection_id, product_id)
);
CREATE INDEX collection_pick_by_product ON catalog.collection_pick (product_id);

-- What lies in it now: picks in their order, then what the rule found, the newest first. Kept by the flow keep-collections.
CREATE TABLE catalog.collection_member (
  collection_id uuid NOT NULL REFERENCES catalog.collection (id),
  product_id uuid NOT NULL REFERENCES catalog.product (id),
  position bigint NOT NULL,
  PRIMARY KEY (collection_id, product_id)
);
CREATE INDEX collection_member_by_place ON catalog.collection_member (collection_id, position, product_id);
CREATE INDEX collection_member_by_product ON catalog.collection_member (product_id);

CREATE VIEW catalog.pub_collection_member AS
  SELECT collection_id AS collection_uuid, product_id AS product_uuid, position FROM catalog.collection_member;
