-- Providers that say nothing of whether an address is verified (Entra ID): their one tenant has verified it, where the owner says so.
ALTER TABLE people.oidc_provider ADD COLUMN addresses_verified boolean NOT NULL DEFAULT false;
