-- What of a picture must be seen where a box crops it: per cent from the left and from the top; null is the middle.
ALTER TABLE catalog.image
  ADD COLUMN focal_x smallint CHECK (focal_x BETWEEN 0 AND 100),
  ADD COLUMN focal_y smallint CHECK (focal_y BETWEEN 0 AND 100),
  ADD CONSTRAINT image_focal_whole CHECK ((focal_x IS NULL) = (focal_y IS NULL));

-- Of cards, by the variant whose price they show: how its product's first picture is cropped, and how much is in one piece, for
-- the price of a kilogram, litre or metre (Directive 98/6/EC art. 3).
CREATE VIEW catalog.pub_card_detail AS
  SELECT v.id AS variant_uuid, v.content, i.focal_x, i.focal_y
  FROM catalog.variant v LEFT JOIN catalog.image i ON i.product_id = v.product_id AND i.position = 1;
