-- For which company somebody buys, as they said it: in the basket, and in the order with what the authority said of its number then.
ALTER TABLE orders.basket ADD COLUMN business jsonb;
ALTER TABLE orders.sales_order ADD COLUMN business jsonb;
-- Without tax by reverse charge only for a company whose number is kept, and without tax means none.
ALTER TABLE orders.sales_order ADD CONSTRAINT reverse_charge_has_its_ground
  CHECK (tax_treatment IS DISTINCT FROM 'reverse_charge' OR (tax = 0 AND business ->> 'vatNumber' IS NOT NULL));
ALTER TABLE orders.sales_order ADD CONSTRAINT exemption_has_its_ground
  CHECK (tax_treatment IS DISTINCT FROM 'exempt' OR (tax = 0 AND business -> 'exemption' ->> 'number' IS NOT NULL));
