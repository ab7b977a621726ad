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
import { listMarkets } from '../../departments/organisation/index.ts'
import { countProductsOfRule, listProductsOfRule, type RuleReach } from '../../departments/pricing/index.ts'
import { scopeOf, type Scope } from '../../host/actor.ts'
import type { House } from '../../host/context.ts'

const SHOWN = 12

/** The currencies of their markets, and their locations. */
async function reachOf({ database }: House, scope: Scope | undefined): Promise<RuleReach | undefined> {
  if (scope === undefined) return undefined
  const markets = scope.market && (await listMarkets(database)).filter(({ code }) => scope.market?.includes(code))
  return { locations: scope.location, currencies: markets?.map(({ currency }) => currency) }
}

export const routes: readonly Route[] = [
  query({
    method: 'POST',
    path: '/collection-previews',
    operationId: 'previewCollection',
    summary: 'What a rule finds now, before it is saved',
    description:
      'Products in the shop alone, the newest first; prices are the usual ones, stock is of all locations. Who is narrowed to some markets or locations sees what their prices and their stock make of the rule.',
    permission: 'catalog:read',
    own: 'any',
    withinScope: 'narrowed',
    body: Type.Object({ rule: collectionRuleSchema }, { additionalProperties: false }),
    response: Type.Object({
      count: Type.Integer(),
      capped: Type.Boolean({ description: 'There are more than were counted.' }),
      narrowed: Type.Boolean({ description: 'Only the caller’s own prices and stock were looked at.' }),
      items: Type.Array(
        Type.Object({ id: idSchema, name: Type.String(), vendor: Type.String(), imageFileId: nullable(idSchema) }),
      ),
    }),
    answer: async ({ house, actor, locale }, { body }) => {
      const rule = body.rule as CollectionRule
      const checked = checkCollectionRule(rule)
      if (!checked.ok) return checked
      const now = house.clock.now()
      const reach = await reachOf(house, scopeOf(actor))
      const [counted, first] = await Promise.all([
        countProductsOfRule(house.database, rule, { now, reach }),
        listProductsOfRule(house.database, rule, { now, reach, limit: SHOWN }),
      ])
      const items = await productsToShow(
        house.database,
        first.map(({ id }) => id),
      )
      return ok({
        ...counted,
        narrowed: reach !== undefined,
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
