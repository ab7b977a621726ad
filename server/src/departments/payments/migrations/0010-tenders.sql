-- Gift cards stand among the payments of an order, one for each card: only what a provider is asked for is there once.
DROP INDEX payments.one_payment_per_order;
CREATE UNIQUE INDEX one_payment_per_order ON payments.payment (order_id) WHERE NOT surplus AND provider <> 'gift_card';
