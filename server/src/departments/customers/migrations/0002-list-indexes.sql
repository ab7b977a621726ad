-- One index for each declared sort and filter of the list of customers (queries/customers-list.ts).
CREATE INDEX customer_by_name ON customers.customer (lower(name), id);
CREATE INDEX customer_by_locale ON customers.customer (locale, created_at DESC, id DESC);
CREATE INDEX customer_registered ON customers.customer (created_at DESC, id DESC) WHERE password_hash IS NOT NULL;
