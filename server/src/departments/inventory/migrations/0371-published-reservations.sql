-- What is promised now, by whom it is promised to: an order, or a draft whose goods are set aside.
CREATE VIEW inventory.pub_reservation AS
  SELECT order_id::text AS held_for, order_id AS held_for_uuid, variant_id::text, quantity FROM inventory.reservation WHERE ended_at IS NULL;
