-- Values of persons that nobody may read in a dump (account numbers, tax numbers): ciphertext under a key of that person's own, which is
-- itself wrapped under the house's key. A person has one key for ever; once it is destroyed there is never another.
CREATE TABLE host.data_key (
  id uuid PRIMARY KEY,
  -- Who: a kind and an id, such as `bank_entry:0192...`.
  person text NOT NULL CONSTRAINT one_data_key_per_person UNIQUE,
  wrapped bytea,
  made_at timestamptz NOT NULL,
  destroyed_at timestamptz,
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);

CREATE TABLE host.erased_person (
  person text PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL
);
INSERT INTO host.final_table (name) VALUES ('host.erased_person');

CREATE TABLE host.sealed_value (
  id uuid PRIMARY KEY,
  key_id uuid NOT NULL REFERENCES host.data_key (id),
  -- Table and column that point here; bound to the ciphertext with the id.
  place text NOT NULL,
  value text NOT NULL CHECK (value ~ '^enc1:[0-9A-Za-z_-]+:[0-9A-Za-z_-]{16,}:[0-9A-Za-z_=-]+$'),
  sealed_at timestamptz NOT NULL
);
CREATE INDEX sealed_value_by_key ON host.sealed_value (key_id);
CREATE UNIQUE INDEX one_use_of_a_nonce ON host.sealed_value (split_part(value, ':', 2), split_part(value, ':', 3));

CREATE VIEW verify.sensitive_value AS SELECT place AS source, id::text AS row_id, value FROM host.sealed_value;
CREATE VIEW verify.data_key AS SELECT id::text, person AS person_id, wrapped FROM host.data_key;
CREATE VIEW verify.erased_person AS SELECT person AS person_id, at FROM host.erased_person;
