import { fragment } from '../../../host/database/sql.ts'
import type { Option, Product, ProductId, ProductImage, ProductState, Texts, Variant } from '../domain/product.ts'

/** A product whole, in one row: its options, variants and pictures come as JSON, so that reading one is one round trip. */
export interface ProductRow {
  readonly id: ProductId
  readonly version: number
  readonly handle: string
  readonly names: Texts
  readonly descriptions: Texts
  readonly vendor: string
  readonly category_id: string | null
  readonly tags: string[]
  readonly tax_category: string
  readonly state: ProductState
  readonly options: Option[]
  readonly variants: Variant[]
  readonly images: ProductImage[]
  readonly created_at: Date
  readonly updated_at: Date
}

export const wholeProduct = fragment`
  p.id, p.version, p.handle, p.names, p.descriptions, p.vendor, p.category_id, p.tags, p.tax_category, p.state,
  p.created_at, p.updated_at,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'names', o.names, 'choices', o.choices) ORDER BY o.position), '[]')
    FROM catalog.option o WHERE o.product_id = p.id) AS options,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'gtin', v.gtin, 'optionValues', v.option_values,
      'weightGrams', v.weight_grams, 'requiresShipping', v.requires_shipping, 'imageFileId', v.image_file_id,
      'retired', v.retired_at IS NOT NULL) ORDER BY v.retired_at IS NOT NULL, v.position), '[]')
    FROM catalog.variant v WHERE v.product_id = p.id) AS variants,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('fileId', i.file_id, 'alts', i.alts) ORDER BY i.position), '[]')
    FROM catalog.image i WHERE i.product_id = p.id) AS images`

export function productOf(row: ProductRow): Product {
  const { category_id, tax_category, created_at: _created, updated_at: _updated, ...same } = row
  return { ...same, categoryId: category_id, taxCategory: tax_category }
}
