import { Type } from 'typebox'
import type { Route } from '../../../host/http/route.ts'
import { idSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { variantsList } from '../queries/variants-list.ts'

const variantSchema = Type.Object({
  id: idSchema,
  productId: idSchema,
  sku: Type.String(),
  handle: Type.String({ description: 'Of its product.' }),
  name: Type.String({ description: "Of its product, in the caller's language, else in English." }),
  options: Type.String(),
  gtin: nullable(Type.String()),
  weightGrams: Type.Integer(),
  state: Type.Union([Type.Literal('draft'), Type.Literal('published')]),
  productVersion: Type.Integer(),
  imageFileId: nullable(idSchema),
  price: nullable(moneySchema),
  compareAt: nullable(moneySchema),
  cost: nullable(
    Type.Object(moneySchema.properties, {
      description: "Of the first market's legal person; null for who may not see costs, too.",
    }),
  ),
  prices: Type.Array(Type.Object({ amount: moneySchema, compareAt: nullable(moneySchema) })),
  onHand: Type.Integer({ description: 'Over all locations.' }),
  available: Type.Integer(),
  stock: Type.Array(Type.Object({ locationCode: Type.String(), onHand: Type.Integer(), available: Type.Integer() })),
})

export const variantRoutes: readonly Route[] = listRoutes(variantsList, {
  path: '/variants',
  permission: 'pricing:read',
  summary: 'Variants with their prices and stock',
  item: variantSchema,
})
