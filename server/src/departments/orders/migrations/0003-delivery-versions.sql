-- People change ways of delivery one by one: what they saw is what they change.
ALTER TABLE orders.delivery_method ADD COLUMN version integer NOT NULL DEFAULT 1;
