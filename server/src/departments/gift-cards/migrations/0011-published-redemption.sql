-- Which card paid a part of an order: `payments` tells people by the end of its code.
CREATE VIEW gift_cards.pub_redemption AS
  SELECT r.id AS redemption_uuid, r.card_id::text AS card_id, c.last4
  FROM gift_cards.redemption r JOIN gift_cards.card c ON c.id = r.card_id;
