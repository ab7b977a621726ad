-- Money that came is for an order, or is what a provider paid out.
ALTER TABLE bank.entry ADD COLUMN payout_id uuid;
ALTER TABLE bank.entry DROP CONSTRAINT entry_check1;
ALTER TABLE bank.entry ADD CONSTRAINT booked_for_something
  CHECK (state <> 'booked' OR came = false OR order_id IS NOT NULL OR payout_id IS NOT NULL);
