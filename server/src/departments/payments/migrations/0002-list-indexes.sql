-- One index for each declared sort and filter of the list of payments (queries/payments-list.ts).
CREATE INDEX payment_by_state ON payments.payment (state, created_at DESC, id DESC);
CREATE INDEX payment_by_amount ON payments.payment (amount, id);
CREATE INDEX payment_by_provider_payment ON payments.payment (provider_payment_id) WHERE provider_payment_id IS NOT NULL;
CREATE INDEX payment_in_review ON payments.payment (created_at DESC, id DESC) WHERE in_review;
