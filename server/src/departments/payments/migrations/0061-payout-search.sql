-- Payouts are looked for by what the provider and the bank call them.
CREATE INDEX payout_by_words ON payments.payout
  USING gin (lower(provider_ref || ' ' || coalesce(bank_reference, '')) gin_trgm_ops);
