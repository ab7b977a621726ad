-- Translations whose English changed after them: kept in the transaction of the change, so that nobody has to look for them.
CREATE TABLE catalog.outdated_text (
  language text NOT NULL CHECK (language IN ('it', 'es', 'id')),
  kind text NOT NULL CHECK (kind IN ('product', 'category', 'attribute')),
  record_id text NOT NULL,
  field text NOT NULL,
  -- What the translation was made from.
  source_was text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (language, kind, record_id, field)
);

-- The shop's own words, and how each language says them.
CREATE TABLE catalog.term (
  code text PRIMARY KEY,
  -- {"en": "lagoon glass", "it": "vetro di laguna"}; English is what is looked for.
  names jsonb NOT NULL CHECK (names ? 'en'),
  -- Stays as it is in every language: a name, a trade mark.
  kept boolean NOT NULL DEFAULT false,
  note text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL
);

-- What is missing in a language, in the order in which it is walked through: only products that lack something stand here.
CREATE INDEX product_untranslated_it ON catalog.product (id) WHERE (names ? 'en' AND NOT names ? 'it')
  OR (descriptions ? 'en' AND NOT descriptions ? 'it') OR (warnings ? 'en' AND NOT warnings ? 'it');
CREATE INDEX product_untranslated_es ON catalog.product (id) WHERE (names ? 'en' AND NOT names ? 'es')
  OR (descriptions ? 'en' AND NOT descriptions ? 'es') OR (warnings ? 'en' AND NOT warnings ? 'es');
CREATE INDEX product_untranslated_id ON catalog.product (id) WHERE (names ? 'en' AND NOT names ? 'id')
  OR (descriptions ? 'en' AND NOT descriptions ? 'id') OR (warnings ? 'en' AND NOT warnings ? 'id');
