-- Orders found by what was sold in them: a SKU as it stood on the line, whatever the variant is called today.
CREATE INDEX order_line_by_sku ON orders.order_line (lower(sku), order_id);

-- Other words under which people look for an order, told by who knows them: the tracking number of a parcel.
CREATE TABLE orders.search_term (
  order_id uuid NOT NULL REFERENCES orders.sales_order (id),
  kind text NOT NULL,
  -- As it is looked for: small letters, without blanks.
  term text NOT NULL CHECK (term <> '' AND term = lower(term) AND term !~ '\s'),
  at timestamptz NOT NULL,
  PRIMARY KEY (order_id, kind, term)
);
CREATE INDEX search_term_by_term ON orders.search_term (term, order_id);
