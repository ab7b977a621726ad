import { Type } from 'typebox'
import { query, type Route } from '../../../host/http/route.ts'
import { percentFromPpm, percentText } from '../../../kernel/rate.ts'
import { ok } from '../../../kernel/result.ts'
import { listTaxRates } from '../queries/load-tax-rates.ts'
import { taxRateSchema } from './schemas.ts'

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/tax-rates',
    operationId: 'listTaxRates',
    summary: 'Tax rates by country, category and date',
    permission: 'tax:read',
    own: 'any',
    response: Type.Object({
      items: Type.Array(taxRateSchema),
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
