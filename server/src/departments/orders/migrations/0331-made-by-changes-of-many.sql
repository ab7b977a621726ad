-- What a change of many orders made for each, such as a note: so that it can be taken back again.
ALTER TABLE orders.bulk_outcome ADD COLUMN made text CHECK (made IS NULL OR changed);
