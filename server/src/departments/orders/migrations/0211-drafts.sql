-- Orders that staff take for somebody, by phone or at a desk: a basket of the shop's own with what is known besides, until it is ordered.
CREATE TABLE orders.draft (
  id uuid PRIMARY KEY,
  basket_id uuid NOT NULL UNIQUE REFERENCES orders.basket (id),
  -- Whose prices it has; null: who is not known yet.
  customer_id uuid,
  market_code text NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  address jsonb NOT NULL,
  payment_method text,
  note text,
  -- Why prices are others than usual.
  price_note text,
  item_count integer NOT NULL,
  made_by text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  order_id uuid REFERENCES orders.sales_order (id),
  state text GENERATED ALWAYS AS (CASE WHEN order_id IS NULL THEN 'open' ELSE 'ordered' END) STORED
);
CREATE INDEX draft_by_time ON orders.draft (updated_at DESC, id DESC);
CREATE INDEX draft_by_state ON orders.draft (state, updated_at DESC, id DESC);
CREATE INDEX draft_of_order ON orders.draft (order_id) WHERE order_id IS NOT NULL;

-- What a piece costs in this basket because a person said so, by variant, in minor units of its market's currency.
ALTER TABLE orders.basket ADD COLUMN said_prices jsonb;
