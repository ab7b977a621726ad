-- Where a customer is written to, and how: for departments that owe them something.
CREATE VIEW customers.pub_contact AS
  SELECT c.id::text AS customer_id, c.id AS customer_uuid, c.name, c.email, c.locale FROM customers.customer c;
