-- Translations that somebody, or a program, has written and nobody has approved yet. What stands in a record and not here is approved.
CREATE TABLE catalog.text_draft (
  language text NOT NULL CHECK (language IN ('it', 'es', 'id')),
  kind text NOT NULL CHECK (kind IN ('product', 'option', 'category', 'collection', 'brand', 'attribute', 'choice')),
  record_id text NOT NULL,
  field text NOT NULL,
  text text NOT NULL,
  -- The English from which it was made.
  source text NOT NULL,
  -- As the audit calls actors: staff:<id>, system:<name>.
  written_by text NOT NULL,
  -- The program that made it; null where a person did.
  provider text,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (language, kind, record_id, field)
);

ALTER TABLE catalog.outdated_text DROP CONSTRAINT outdated_text_kind_check;
ALTER TABLE catalog.outdated_text ADD CONSTRAINT outdated_text_kind_check
  CHECK (kind IN ('product', 'option', 'category', 'collection', 'brand', 'attribute', 'choice'));

-- Options of products that lack a name in a language, of theirs or of one of their choices, in the order in which they are walked through.
CREATE INDEX option_untranslated_it ON catalog.option (product_id)
  WHERE NOT names ? 'it' OR jsonb_path_exists(choices, '$[*].names ? (!exists(@.it))');
CREATE INDEX option_untranslated_es ON catalog.option (product_id)
  WHERE NOT names ? 'es' OR jsonb_path_exists(choices, '$[*].names ? (!exists(@.es))');
CREATE INDEX option_untranslated_id ON catalog.option (product_id)
  WHERE NOT names ? 'id' OR jsonb_path_exists(choices, '$[*].names ? (!exists(@.id))');
