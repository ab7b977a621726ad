-- Where a published product is shown, and from when until when. Without a row: in every channel and market, always.
CREATE TABLE catalog.showing (
  product_id uuid PRIMARY KEY REFERENCES catalog.product (id),
  -- Whether it is shown in the places that no row below names, those of markets to come among them.
  elsewhere boolean NOT NULL,
  version integer NOT NULL CHECK (version > 0)
);

CREATE TABLE catalog.showing_place (
  product_id uuid NOT NULL REFERENCES catalog.showing (product_id),
  channel text NOT NULL,
  market text NOT NULL,
  shown boolean NOT NULL,
  -- What was wished, by the clock of the market; and the instants that it comes to.
  begins text CHECK (begins ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'),
  ends text CHECK (ends ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'),
  begins_at timestamptz,
  ends_at timestamptz,
  PRIMARY KEY (product_id, channel, market),
  CHECK (ends_at > begins_at),
  CHECK ((begins IS NULL) = (begins_at IS NULL) AND (ends IS NULL) = (ends_at IS NULL)),
  CHECK (shown OR (begins IS NULL AND ends IS NULL))
);
-- When what is shown changes by the clock alone: pages that were kept end there, and the calendar tells of it.
CREATE INDEX showing_by_begin ON catalog.showing_place (begins_at, product_id) WHERE begins_at IS NOT NULL;
CREATE INDEX showing_by_end ON catalog.showing_place (ends_at, product_id) WHERE ends_at IS NOT NULL;

-- Read by the primary keys: one look for a product that is shown everywhere, two for another.
CREATE VIEW catalog.pub_showing AS SELECT product_id AS product_uuid, elsewhere FROM catalog.showing;
CREATE VIEW catalog.pub_showing_place AS
  SELECT product_id AS product_uuid, channel, market, shown, begins_at, ends_at FROM catalog.showing_place;
