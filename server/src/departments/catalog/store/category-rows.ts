import { fragment } from '../../../host/database/sql.ts'

export const categoryColumns = fragment`c.id, c.handle, c.parent_id AS "parentId", c.names, c.position, c.version, c.descriptions,
  c.seo_titles AS "seoTitles", c.seo_descriptions AS "seoDescriptions", c.hidden, c.image_file_id AS "imageFileId",
  c.taxonomy_id AS "taxonomyId", c.google_id AS "googleId"`
