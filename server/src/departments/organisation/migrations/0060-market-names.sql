-- What a market is called, by language. None is needed: one that has no name goes by its countries.
ALTER TABLE organisation.market ADD COLUMN names jsonb NOT NULL DEFAULT '{}';
