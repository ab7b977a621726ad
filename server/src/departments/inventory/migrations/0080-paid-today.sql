-- What is paid of pre-ordered goods when they are ordered; the rest is asked for once they are there.
ALTER TABLE inventory.promise
  ADD COLUMN pays_today text NOT NULL DEFAULT 'all' CHECK (pays_today IN ('all', 'share', 'amount', 'nothing')),
  ADD COLUMN share_ppm integer CHECK (share_ppm BETWEEN 10000 AND 990000),
  ADD COLUMN amount bigint CHECK (amount > 0),
  ADD COLUMN currency text CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT what_is_paid_today CHECK (
    (share_ppm IS NOT NULL) = (pays_today = 'share') AND (amount IS NOT NULL) = (pays_today = 'amount')
    AND (currency IS NOT NULL) = (pays_today = 'amount'));
