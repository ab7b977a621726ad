-- What a piece cost the seller when it was sold, in the currency of the legal person; null where nobody had said it by then.
ALTER TABLE orders.order_line ADD COLUMN unit_cost bigint, ADD COLUMN cost_currency text,
  ADD CONSTRAINT cost_has_its_currency CHECK ((unit_cost IS NULL) = (cost_currency IS NULL));
