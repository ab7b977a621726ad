-- Every import leaves a record, however it was begun; and one whose task died is known as such.
ALTER TABLE catalog.import
  -- One refused row and nothing is written: as the API and the command line import.
  ADD COLUMN whole boolean NOT NULL DEFAULT false,
  -- When it last did something. Who imports from the command line has no task that could be asked.
  ADD COLUMN heard_at timestamptz;
