-- To whom the invoice goes, where that is another address than the goods go to. No row: the invoice names the address of the delivery.
CREATE TABLE orders.billing_address (
  order_id uuid PRIMARY KEY REFERENCES orders.sales_order (id),
  name text NOT NULL,
  company text,
  street text NOT NULL,
  street2 text,
  postcode text NOT NULL,
  city text NOT NULL,
  region text,
  country text NOT NULL
);

-- Of an order that staff take for somebody, as far as it is known.
ALTER TABLE orders.draft ADD COLUMN billing jsonb;
