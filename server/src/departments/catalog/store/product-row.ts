import { fragment } from '../../../host/database/sql.ts'
import type { AttributeValues } from '../domain/attribute-values.ts'
import type { Option, Product, ProductId, ProductImage, ProductState, Texts, Variant } from '../domain/product.ts'

/** A product whole, in one row: its options, variants and pictures come as JSON, so that reading one is one round trip. */
export interface ProductRow {
  readonly id: ProductId
  readonly version: number
  readonly handle: string
  readonly names: Texts
  readonly descriptions: Texts
  readonly seo_titles: Texts
  readonly seo_descriptions: Texts
  readonly vendor: string
  readonly category_id: string | null
  readonly tags: string[]
  readonly tax_category: string
  readonly state: ProductState
  readonly options: Option[]
  readonly variants: Variant[]
  readonly images: ProductImage[]
  readonly family_code: string | null
  readonly attributes: AttributeValues
  readonly maker_id: string | null
  readonly responsible_id: string | null
  readonly warnings: Texts
  readonly hs_code: string | null
  readonly origin_country: string | null
  readonly durability_years: number | null
  readonly passport_url: string | null
  readonly created_at: Date
  readonly updated_at: Date
}

export const wholeProduct = fragment`
  p.id, p.version, p.handle, p.names, p.descriptions, p.seo_titles, p.seo_descriptions, p.vendor, p.category_id, p.tags, p.tax_category, p.state,
  p.created_at, p.updated_at, p.family_code, p.attributes, p.maker_id, p.responsible_id, p.warnings, p.hs_code, p.origin_country,
  p.durability_years, p.passport_url,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'names', o.names, 'choices', o.choices) ORDER BY o.position), '[]')
    FROM catalog.option o WHERE o.product_id = p.id) AS options,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'gtin', v.gtin, 'optionValues', v.option_values,
      'weightGrams', v.weight_grams, 'requiresShipping', v.requires_shipping, 'imageFileId', v.image_file_id,
      'attributes', v.attributes, 'content', v.content,
      'retired', v.retired_at IS NOT NULL) ORDER BY v.retired_at IS NOT NULL, v.position), '[]')
    FROM catalog.variant v WHERE v.product_id = p.id) AS variants,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('fileId', i.file_id, 'alts', i.alts) || CASE WHEN i.focal_x IS NULL THEN '{}'::jsonb
      ELSE jsonb_build_object('focal', jsonb_build_object('x', i.focal_x, 'y', i.focal_y)) END ORDER BY i.position), '[]')
    FROM catalog.image i WHERE i.product_id = p.id) AS images`

export function productOf(row: ProductRow): Product {
  return {
    id: row.id,
    version: row.version,
    handle: row.handle,
    names: row.names,
    descriptions: row.descriptions,
    seoTitles: row.seo_titles,
    seoDescriptions: row.seo_descriptions,
    vendor: row.vendor,
    categoryId: row.category_id,
    tags: row.tags,
    taxCategory: row.tax_category,
    state: row.state,
    options: row.options,
    variants: row.variants,
    images: row.images,
    familyCode: row.family_code,
    attributes: row.attributes,
    makerId: row.maker_id,
    responsibleId: row.responsible_id,
    warnings: row.warnings,
    hsCode: row.hs_code,
    originCountry: row.origin_country,
    durabilityYears: row.durability_years,
    passportUrl: row.passport_url,
  }
}
