-- What the authority said of VAT numbers, and when: evidence that is added to and never changed.
CREATE TABLE tax.vat_check (
  id uuid PRIMARY KEY,
  -- With the prefix, as VIES takes it: EL094501040.
  number text NOT NULL CHECK (number ~ '^[A-Z]{2}[0-9A-Z+*]{2,12}$'),
  outcome text NOT NULL CHECK (outcome IN ('valid', 'invalid', 'unavailable')),
  -- Why there was no answer: MS_UNAVAILABLE.
  reason text CHECK ((reason IS NOT NULL) = (outcome = 'unavailable')),
  -- Under which number of ours it was asked, and the consultation number that proves it.
  requester text,
  consultation text,
  name text,
  checked_at timestamptz NOT NULL
);
CREATE INDEX vat_check_by_number ON tax.vat_check (number, checked_at DESC);
CREATE INDEX vat_check_unavailable ON tax.vat_check (checked_at) WHERE outcome = 'unavailable';
