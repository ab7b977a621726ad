-- Whether the shopper proved to their bank who they are (3-D Secure); null where nobody told.
ALTER TABLE payments.payment ADD COLUMN authentication text
  CHECK (authentication IN ('confirmed', 'attempted', 'exempted', 'not_asked', 'failed'));
