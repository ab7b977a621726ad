-- Refunds that no provider sends and nobody has sent yet, for who writes the file for the bank.
CREATE VIEW payments.pub_refund_to_transfer AS
  SELECT r.id AS refund_uuid, p.order_id AS order_uuid, p.provider, r.amount, p.currency, r.wanted_at
  FROM payments.refund r JOIN payments.payment p ON p.id = r.payment_id
  WHERE r.state = 'wanted' AND p.provider IN ('bank_transfer', 'cash_on_delivery', 'sepa_debit');
