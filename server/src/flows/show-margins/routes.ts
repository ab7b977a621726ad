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
    description: 'One for each cost in the currency of a market; without a margin where there is no price in it.',
    permission: 'pricing:costs',
    own: 'any',
    query: Type.Object({ variantId: Type.Optional(Type.Array(idSchema, { maxItems: 100 })) }),
    response: Type.Object({
      currency: nullable(Type.String({ description: "In which the first market's legal person keeps its costs." })),
      items: Type.Array(
        Type.Object({
          variantId: idSchema,
          cost: moneySchema,
          net: nullable(moneySchema),
          margin: nullable(moneySchema),
          sharePpm: nullable(
            Type.Integer({
              description: 'Of the price without tax, in parts per million; null where that is nothing.',
            }),
          ),
        }),
      ),
    }),
    answer: async ({ house }, { query: { variantId } }) => {
      const { currency, items } = await readMargins(house, variantId ?? [])
      return ok({
        currency: currency ?? null,
        items: items.map(({ variantId: id, cost, earned }) => ({
          variantId: id,
          cost: moneyToJson(cost),
          net: earned ? moneyToJson(earned.net) : null,
          margin: earned ? moneyToJson(earned.margin) : null,
          sharePpm: earned?.share ?? null,
        })),
      })
    },
  }),
]
