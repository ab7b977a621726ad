-- Some carriers call before they come.
ALTER TABLE orders.delivery_method ADD COLUMN asks_phone boolean NOT NULL DEFAULT false;

-- Words of the buyer for who receives the parcel; the note to the shop is another thing.
CREATE TABLE orders.gift_message (
  order_id uuid PRIMARY KEY REFERENCES orders.sales_order (id),
  words text NOT NULL CHECK (words <> '')
);
