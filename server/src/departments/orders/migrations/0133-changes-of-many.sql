-- What a change of many orders did to each: written with the change itself, so that work begun anew goes on where it was.
CREATE TABLE orders.bulk_outcome (
  task_id uuid NOT NULL,
  order_id uuid NOT NULL REFERENCES orders.sales_order (id),
  changed boolean NOT NULL,
  -- Why it was left as it is, as the refusal says it.
  refusal jsonb,
  at timestamptz NOT NULL,
  PRIMARY KEY (task_id, order_id),
  CHECK (refusal IS NULL OR NOT changed)
);
