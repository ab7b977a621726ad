-- What lies where, for lists of other departments.
CREATE VIEW inventory.pub_stock AS
  SELECT s.variant_id AS variant_uuid, l.code AS location_code, s.on_hand, s.on_hand + s.short - s.reserved AS available
  FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id;
