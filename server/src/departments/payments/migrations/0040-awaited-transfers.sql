-- A bank's entry that names no order is compared with what is awaited by transfer.
CREATE INDEX payment_awaited ON payments.payment (amount, currency) WHERE provider = 'bank_transfer' AND state = 'open' AND NOT surplus;
