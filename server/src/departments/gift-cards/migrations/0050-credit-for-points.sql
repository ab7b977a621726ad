-- Store credit may stand for points of the programme that its holder turned into it.
ALTER TABLE gift_cards.card DROP CONSTRAINT card_because_check,
  ADD CONSTRAINT card_because_check CHECK (because IN ('goodwill', 'refund', 'return', 'correction', 'points'));
