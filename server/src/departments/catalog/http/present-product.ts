import type { Static } from 'typebox'
import type { ProductPage, ProductRecord } from '../queries/find-product.ts'
import type { catalogProductSchema, productSchema } from './schemas.ts'

// Views are read-only all the way down, which TypeBox's types are not; the serializer reads them and changes nothing.

type Shown = Omit<Static<typeof productSchema>, 'allowedActions' | 'completeness'>

export function presentProduct(product: ProductRecord): Shown {
  const { createdAt, updatedAt, ...same } = product
  const view = { ...same, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
  return view as unknown as Shown
}

export function presentPage(page: ProductPage): Static<typeof catalogProductSchema> {
  return page as unknown as Static<typeof catalogProductSchema>
}
