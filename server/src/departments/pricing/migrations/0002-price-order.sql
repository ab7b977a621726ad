-- Lists by price walk along this, and stop after a page.
CREATE INDEX price_by_amount ON pricing.price (currency, amount, variant_id);
