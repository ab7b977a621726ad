-- A market's sales may be documented when their first parcel has left, too.
ALTER TABLE documents.rule DROP CONSTRAINT rule_issued_check;
ALTER TABLE documents.rule ADD CONSTRAINT rule_issued_check CHECK (issued IN ('at_payment', 'at_shipment', 'by_hand'));
