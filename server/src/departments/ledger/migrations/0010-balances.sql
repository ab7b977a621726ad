-- What stands on each account, for departments that answer for one of them.
CREATE VIEW ledger.pub_balance AS
  SELECT a.entity_id::text, a.code, a.currency, coalesce(sum(p.amount), 0)::bigint AS balance
  FROM ledger.account a LEFT JOIN ledger.posting p ON p.account_id = a.id GROUP BY a.entity_id, a.code, a.currency;
