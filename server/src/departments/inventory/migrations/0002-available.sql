-- What can still be sold, in one order for the list of stock, its scarce part and the morning board; instead of a second index
-- that every reservation would have to write.
CREATE INDEX stock_by_available ON inventory.stock ((on_hand + short - reserved), variant_id, location_id);
DROP INDEX inventory.stock_low;
