-- What was counted at a place since the day began: counts are few among the moves, so the index holds few.
CREATE INDEX move_counted ON inventory.move (location_id, at) WHERE cause = 'adjustment';
