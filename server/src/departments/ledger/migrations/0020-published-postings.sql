-- What was posted to each account, by day: what it stood at on any of them.
CREATE VIEW ledger.pub_posting AS
  SELECT a.entity_id::text, a.code, a.currency, e.effective_on, p.amount
  FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id JOIN ledger.entry e ON e.id = p.entry_id;
