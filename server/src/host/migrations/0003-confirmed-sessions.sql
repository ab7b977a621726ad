-- When whoever holds the session last proved who they are: dangerous acts ask for a recent proof.
ALTER TABLE host.session ADD COLUMN confirmed_at timestamptz;
UPDATE host.session SET confirmed_at = created_at;
ALTER TABLE host.session ALTER COLUMN confirmed_at SET NOT NULL;
