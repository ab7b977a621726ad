-- What lay in a basket when it was shared by link: goods and numbers alone, of nobody. Whoever opens the link gets a copy.
CREATE TABLE orders.basket_share (
  id uuid PRIMARY KEY,
  -- [{"variantId", "quantity"}], and of bundles their choices.
  lines jsonb NOT NULL CHECK (jsonb_typeof(lines) = 'array'),
  bundles jsonb NOT NULL CHECK (jsonb_typeof(bundles) = 'array'),
  expires_at timestamptz NOT NULL
);
CREATE INDEX basket_share_by_end ON orders.basket_share (expires_at);
