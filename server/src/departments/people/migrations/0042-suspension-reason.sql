-- People of the house suspend as well, and say why; a directory says nothing.
ALTER TABLE people.suspension ADD COLUMN reason text;
