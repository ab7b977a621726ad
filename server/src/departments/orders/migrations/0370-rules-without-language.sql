-- To-dos of held orders are in the house's own language, whoever wrote the rule.
ALTER TABLE orders.hold_rule DROP COLUMN locale;
