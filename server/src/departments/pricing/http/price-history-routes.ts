import { Type } from 'typebox'
import { query, type Route } from '../../../host/http/route.ts'
import { idParams, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { moneyToJson } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { readPriceHistory } from '../use-cases/price-history.ts'

export const priceHistoryRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/variants/:id/price-history',
    operationId: 'getPriceHistory',
    summary: 'What the pages of a market showed of a variant over time',
    description:
      'One entry from each change to the next; the lowest of the thirty days before is that of Directive 98/6/EC art. 6a.',
    permission: 'pricing:read',
    own: 'any',
    params: idParams,
    query: Type.Object({ market: Type.Optional(Type.String({ maxLength: 40 })) }),
    response: Type.Object({
      sku: Type.String(),
      name: Type.String(),
      market: Type.String(),
      currency: Type.String(),
      lowest: nullable(moneySchema),
      items: Type.Array(
        Type.Object({
          from: instantSchema,
          until: nullable(instantSchema),
          price: nullable(moneySchema),
          announced: Type.Boolean({ description: 'Beside a former price.' }),
        }),
      ),
    }),
    answer: async ({ house, locale }, { params, query: { market } }) => {
      const asked = { variantId: params.id, market, now: house.clock.now(), locale }
      const { shown, lowest, ...about } = await readPriceHistory(house.database, asked)
      return ok({
        ...about,
        lowest: lowest ? moneyToJson(lowest) : null,
        items: shown.map(({ from, until, price, announced }) => ({
          from: from.toISOString(),
          until: until?.toISOString() ?? null,
          price: price ? moneyToJson(price) : null,
          announced,
        })),
      })
    },
  }),
]
