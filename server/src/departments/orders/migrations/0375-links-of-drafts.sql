-- How often and when last the link to pay was sent to whom an order was taken for; null: nobody is to pay it by one.
ALTER TABLE orders.draft ADD COLUMN link_sent_at timestamptz, ADD COLUMN link_sent_count integer NOT NULL DEFAULT 0,
  ADD CHECK ((link_sent_at IS NULL) = (link_sent_count = 0));
