-- Records that say themselves what they are called keep no title here: a customer's name stays with the customer, is shown to who
-- may see it, and is gone when it is gone there.
ALTER TABLE people.recent_record ALTER COLUMN title DROP NOT NULL;
UPDATE people.recent_record SET title = NULL WHERE kind IN ('customer', 'order', 'product', 'staff');
