-- Templates that people made and nobody put away, as a list: searched by name, sorted and filtered.
CREATE VIEW work.current_template AS
  SELECT t.* FROM work.template t
  WHERE NOT EXISTS (SELECT 1 FROM work.template_retirement r WHERE r.template_id = t.id);
CREATE INDEX template_search ON work.template USING gin (lower(name) gin_trgm_ops);
CREATE INDEX template_by_age ON work.template (made_at, id);
