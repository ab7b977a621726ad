-- What the books say of each record that was sold, in one line: `owed` by who bought, `sold` with its tax, `deposit` on account.
CREATE VIEW verify.order_books AS
  SELECT e.about AS order_id, p.currency,
    coalesce(sum(p.amount) FILTER (WHERE a.code = 'receivables'), 0)::bigint AS owed,
    -coalesce(sum(p.amount) FILTER (WHERE a.code IN ('sales', 'delivery_revenue', 'output_tax')), 0)::bigint AS sold,
    -coalesce(sum(p.amount) FILTER (WHERE a.code = 'deposits'), 0)::bigint AS deposit
  FROM ledger.entry e JOIN ledger.posting p ON p.entry_id = e.id JOIN ledger.account a ON a.id = p.account_id
  GROUP BY e.about, p.currency;
