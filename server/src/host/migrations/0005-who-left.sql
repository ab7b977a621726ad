-- A page that said goodbye stays known for as long as a word from before may still be under way, so that it is not taken back.
ALTER TABLE host.presence ADD COLUMN left_at timestamptz;
