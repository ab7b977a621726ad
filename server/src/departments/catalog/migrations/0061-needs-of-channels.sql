-- What a channel asks of a family's products beyond what makes them complete:
-- [{"channel": "web", "attributes": ["material"], "languages": ["it"], "pictures": 3}]
ALTER TABLE catalog.family ADD COLUMN channels jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(channels) = 'array');
