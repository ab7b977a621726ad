import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { listVariantPrices } from '../queries/list-prices.ts'
import { setPrices } from '../use-cases/set-prices.ts'
import { simulatePrice } from '../use-cases/simulate-price.ts'
import { bundleRoutes } from './bundle-routes.ts'
import { costRoutes } from './cost-routes.ts'
import { priceHistoryRoutes } from './price-history-routes.ts'
import { priceListRoutes } from './price-list-routes.ts'
import { presentPriced } from './present-priced.ts'
import { promotionRoutes } from './promotion-routes.ts'
import { pricedSchema, snapshotSchema } from './snapshot-schemas.ts'
import { variantRoutes } from './variant-routes.ts'

const priceSchema = Type.Object({ amount: moneySchema, compareAt: nullable(moneySchema) })
const positiveMoney = Type.Object({
  amount: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
})

export const routes: readonly Route[] = [
  ...promotionRoutes,
  ...priceListRoutes,
  ...priceHistoryRoutes,
  ...variantRoutes,
  ...bundleRoutes,
  ...costRoutes,
  query({
    method: 'GET',
    path: '/products/:id/prices',
    operationId: 'listProductPrices',
    summary: "A product's variants with their prices and what is left",
    permission: 'pricing:read',
    own: 'any',
    params: idParams,
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          variantId: idSchema,
          sku: Type.String(),
          options: Type.String(),
          available: Type.Integer(),
          prices: Type.Array(priceSchema),
        }),
      ),
    }),
    answer: async ({ house, locale }, { params }) =>
      ok({ items: await listVariantPrices(house.database, { productId: params.id, locale }) }),
  }),
  command({
    method: 'PUT',
    path: '/prices',
    operationId: 'setPrices',
    summary: 'Set base prices of variants',
    permission: 'pricing:write',
    own: 'any',
    idempotent: true,
    body: Type.Object({
      prices: Type.Array(
        Type.Object({ variantId: idSchema, amount: positiveMoney, compareAt: Type.Optional(nullable(positiveMoney)) }),
        { minItems: 1, maxItems: 500 },
      ),
    }),
    response: Type.Object({ changed: Type.Integer() }),
    command: (ctx, { body }) =>
      setPrices(
        ctx,
        body.prices.map(({ variantId, amount, compareAt }) => ({
          variantId,
          currency: amount.currency,
          amount: BigInt(amount.amount),
          compareAt: compareAt ? BigInt(compareAt.amount) : undefined,
        })),
      ),
  }),
  query({
    method: 'POST',
    path: '/price-simulations',
    operationId: 'simulatePrice',
    summary: 'What a basket would cost and why, from a snapshot of everything that its price depends on',
    description:
      'The function that the shop sells by, without the shop: nothing is read but the snapshot, nothing is written.',
    permission: 'pricing:read',
    own: 'none',
    bodyLimitBytes: 4_194_304,
    body: snapshotSchema,
    response: pricedSchema,
    answer: async ({ house, locale }, { body }) => {
      const simulated = simulatePrice(body, { now: house.clock.now(), locale })
      if (!simulated.ok) return simulated
      const { priced, promotionNames, listNames } = simulated.value
      return ok(presentPriced(priced, { locale, t: house.translations.for(locale), promotionNames, listNames }))
    },
  }),
]
