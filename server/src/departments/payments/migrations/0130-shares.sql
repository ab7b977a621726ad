-- Where cards are charged when goods go out: all of it with the first parcel, or with each parcel its share (ADR 0016). What was agreed
-- stands on the payment from the first; whether its bank lets what is held be taken more than once is told with the money.
ALTER TABLE payments.rule
  ADD COLUMN capture_share text NOT NULL DEFAULT 'all_with_first' CHECK (capture_share IN ('all_with_first', 'each_its_share'));
ALTER TABLE payments.payment
  ADD COLUMN capture_share text NOT NULL DEFAULT 'all_with_first' CHECK (capture_share IN ('all_with_first', 'each_its_share')),
  ADD COLUMN captures_in_parts boolean;
-- What a payout names may have been taken in parts, each of which goes by that name and one of ours.
CREATE INDEX event_by_charge ON payments.event (split_part(provider_ref, ' ', 1), kind);
