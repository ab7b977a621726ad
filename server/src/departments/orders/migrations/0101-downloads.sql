-- What a buyer of files may download, as it was sold; what was downloaded; and to what they agreed about their right of withdrawal
-- (Directive 2011/83/EU, art. 16 (a) and (m)).
CREATE TABLE orders.consent (
  order_id uuid NOT NULL REFERENCES orders.sales_order (id),
  kind text NOT NULL CHECK (kind IN ('digital', 'service')),
  -- Which wording they read, in which language.
  text_version text NOT NULL,
  locale text NOT NULL,
  given_in text NOT NULL CHECK (given_in IN ('checkout', 'order_page')),
  at timestamptz NOT NULL,
  PRIMARY KEY (order_id, kind)
);

CREATE TABLE orders.download_right (
  order_id uuid NOT NULL,
  position smallint NOT NULL,
  product_id uuid NOT NULL,
  -- Of each file; null: as often as they like. Days from when it became available; null: for ever.
  download_limit smallint,
  download_days smallint,
  -- Since when it counts anew, and when it was taken back.
  renewed_at timestamptz,
  stopped_at timestamptz,
  PRIMARY KEY (order_id, position),
  FOREIGN KEY (order_id, position) REFERENCES orders.order_line (order_id, position)
);

CREATE TABLE orders.download (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL,
  position smallint NOT NULL,
  file_id uuid NOT NULL,
  number smallint NOT NULL,
  name text NOT NULL,
  at timestamptz NOT NULL,
  FOREIGN KEY (order_id, position) REFERENCES orders.download_right (order_id, position)
);
CREATE INDEX download_by_line ON orders.download (order_id, position, at);
