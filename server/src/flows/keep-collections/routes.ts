import { Type } from 'typebox'
import { query, type Route } from '../../host/http/route.ts'
import { idSchema, nullable } from '../../host/http/schemas.ts'
import { ok } from '../../kernel/result.ts'
import {
  checkCollectionRule,
  collectionRuleSchema,
  productsToShow,
  type CollectionRule,
} from '../../departments/catalog/index.ts'
import { countProductsOfRule, listProductsOfRule } from '../../departments/pricing/index.ts'

const SHOWN = 12

export const routes: readonly Route[] = [
  query({
    method: 'POST',
    path: '/collection-previews',
    operationId: 'previewCollection',
    summary: 'What a rule finds now, before it is saved',
    description: 'Products in the shop alone, the newest first; prices are the usual ones, stock is of all locations.',
    permission: 'catalog:read',
    own: 'any',
    body: Type.Object({ rule: collectionRuleSchema }, { additionalProperties: false }),
    response: Type.Object({
      count: Type.Integer(),
      capped: Type.Boolean({ description: 'There are more than were counted.' }),
      items: Type.Array(
        Type.Object({ id: idSchema, name: Type.String(), vendor: Type.String(), imageFileId: nullable(idSchema) }),
      ),
    }),
    answer: async ({ house, locale }, { body }) => {
      const rule = body.rule as CollectionRule
      const checked = checkCollectionRule(rule)
      if (!checked.ok) return checked
      const now = house.clock.now()
      const [counted, first] = await Promise.all([
        countProductsOfRule(house.database, rule, { now }),
        listProductsOfRule(house.database, rule, { now, limit: SHOWN }),
      ])
      const items = await productsToShow(
        house.database,
        first.map(({ id }) => id),
      )
      return ok({
        ...counted,
        items: items.map(({ id, names, vendor, imageFileId }) => ({
          id,
          name: names[locale] ?? names['en'] ?? '',
          vendor,
          imageFileId,
        })),
      })
    },
  }),
]
