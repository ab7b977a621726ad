-- Boxes that were ticked while registering: they count once the link of the mail was followed.
ALTER TABLE customers.registration ADD COLUMN contact_consents jsonb NOT NULL DEFAULT '[]';
ALTER TABLE customers.registration ADD COLUMN network text;
