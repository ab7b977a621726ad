-- Products' words for search engines are translated like the rest.
DROP INDEX catalog.product_untranslated_it;
CREATE INDEX product_untranslated_it ON catalog.product (id) WHERE (names ? 'en' AND NOT names ? 'it')
  OR (descriptions ? 'en' AND NOT descriptions ? 'it') OR (warnings ? 'en' AND NOT warnings ? 'it')
  OR (seo_titles ? 'en' AND NOT seo_titles ? 'it') OR (seo_descriptions ? 'en' AND NOT seo_descriptions ? 'it');
DROP INDEX catalog.product_untranslated_es;
CREATE INDEX product_untranslated_es ON catalog.product (id) WHERE (names ? 'en' AND NOT names ? 'es')
  OR (descriptions ? 'en' AND NOT descriptions ? 'es') OR (warnings ? 'en' AND NOT warnings ? 'es')
  OR (seo_titles ? 'en' AND NOT seo_titles ? 'es') OR (seo_descriptions ? 'en' AND NOT seo_descriptions ? 'es');
DROP INDEX catalog.product_untranslated_id;
CREATE INDEX product_untranslated_id ON catalog.product (id) WHERE (names ? 'en' AND NOT names ? 'id')
  OR (descriptions ? 'en' AND NOT descriptions ? 'id') OR (warnings ? 'en' AND NOT warnings ? 'id')
  OR (seo_titles ? 'en' AND NOT seo_titles ? 'id') OR (seo_descriptions ? 'en' AND NOT seo_descriptions ? 'id');
