-- Marketing goes out by a permit alone: whom it is about, for what, and on what ground, as it was when the mail was written.
ALTER TABLE host.mail
  ADD COLUMN nature text NOT NULL DEFAULT 'transactional' CHECK (nature IN ('transactional', 'marketing')),
  ADD COLUMN permit_subject text,
  ADD COLUMN permit_purpose text,
  ADD COLUMN permit_ground text,
  ADD CONSTRAINT marketing_by_permit CHECK (
    (nature = 'marketing') = (permit_subject IS NOT NULL AND permit_purpose IS NOT NULL AND permit_ground IS NOT NULL)),
  -- withdrawn: not sent, since they had said no before it went out.
  DROP CONSTRAINT mail_state_check,
  ADD CONSTRAINT mail_state_check CHECK (state IN ('kept', 'sent', 'withdrawn'));
