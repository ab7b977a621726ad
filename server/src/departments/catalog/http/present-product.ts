import type { Static } from 'typebox'
import type { ProductPage } from '../queries/find-product.ts'
import type { ProductDetail } from '../queries/get-product.ts'
import type { catalogProductSchema, productSchema } from './schemas.ts'

// Views are read-only all the way down, which TypeBox's types are not; the serializer reads them and changes nothing.

export function presentProduct(product: ProductDetail): Static<typeof productSchema> {
  const { createdAt, updatedAt, ...same } = product
  const view = { ...same, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
  return view as unknown as Static<typeof productSchema>
}

export function presentPage(page: ProductPage): Static<typeof catalogProductSchema> {
  return page as unknown as Static<typeof catalogProductSchema>
}
