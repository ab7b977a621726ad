import { Type } from 'typebox'
import { query, type Route } from '../../host/http/route.ts'
import { idSchema, moneySchema, nullable } from '../../host/http/schemas.ts'
import { moneyToJson } from '../../kernel/money.ts'
import { ok } from '../../kernel/result.ts'
import { readMargins } from './read-margins.ts'

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/variant-margins',
    operationId: 'listVariantMargins',
    summary: 'What is earned on a piece of each variant: its usual price without tax, less its cost',
    description: 'One for each currency in which there are both a price and a cost; none where either is missing.',
    permission: 'pricing:costs',
    own: 'any',
    query: Type.Object({ variantId: Type.Array(idSchema, { minItems: 1, maxItems: 100 }) }),
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          variantId: idSchema,
          net: moneySchema,
          cost: moneySchema,
          margin: moneySchema,
          sharePpm: nullable(
            Type.Integer({
              description: 'Of the price without tax, in parts per million; null where that is nothing.',
            }),
          ),
        }),
      ),
    }),
    answer: async ({ house }, { query: { variantId } }) => {
      const margins = await readMargins(house, variantId)
      return ok({
        items: margins.map(({ variantId: id, net, cost, margin, share }) => ({
          variantId: id,
          net: moneyToJson(net),
          cost: moneyToJson(cost),
          margin: moneyToJson(margin),
          sharePpm: share ?? null,
        })),
      })
    },
  }),
]
