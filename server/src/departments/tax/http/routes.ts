import { Type } from 'typebox'
import { query, type Route } from '../../../host/http/route.ts'
import { dateSchema, nullable } from '../../../host/http/schemas.ts'
import { percentFromPpm, percentText } from '../../../kernel/rate.ts'
import { ok } from '../../../kernel/result.ts'
import { listTaxRates } from '../queries/load-tax-rates.ts'

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/tax-rates',
    operationId: 'listTaxRates',
    summary: 'Tax rates by country, category and date',
    permission: 'tax:read',
    own: 'any',
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          country: Type.String(),
          category: Type.String(),
          percent: Type.String({ description: 'Per cent as decimal text: "22".' }),
          validFrom: dateSchema,
          validTo: nullable(dateSchema),
          source: Type.String(),
        }),
      ),
    }),
    answer: async ({ house }) => {
      const rows = await listTaxRates(house.database)
      return ok({
        items: rows.map((row) => ({
          country: row.country,
          category: row.category,
          percent: percentText(percentFromPpm(row.ppm)),
          validFrom: row.valid_from,
          validTo: row.valid_to,
          source: row.source,
        })),
      })
    },
  }),
]
