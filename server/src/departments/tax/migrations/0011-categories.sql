-- What goods are called where they are taxed alike, in the house's languages; rates and products name them by code.
CREATE TABLE tax.category (
  code text PRIMARY KEY CHECK (code ~ '^[a-z0-9_]{1,40}$'),
  names jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1
);
INSERT INTO tax.category (code, names) VALUES
  ('standard', '{"en": "Standard", "it": "Aliquota ordinaria", "es": "Tipo general", "id": "Tarif umum"}'),
  ('reduced_books', '{"en": "Books", "it": "Libri", "es": "Libros", "id": "Buku"}');
