-- The account on the other side, as ciphertext in host.sealed_value: for who must give money back to where it came from.
ALTER TABLE bank.entry ADD COLUMN party_iban_sealed uuid;
