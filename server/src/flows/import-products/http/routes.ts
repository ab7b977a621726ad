import { Type } from 'typebox'
import { query, type Route } from '../../../host/http/route.ts'
import { nullable } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { importProducts } from '../jobs/with-host.ts'

const MEGABYTE = 1_048_576
const SHOWN = 1_000

const reportSchema = Type.Object({
  dryRun: Type.Boolean(),
  created: Type.Integer({ description: 'Products.' }),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  variants: Type.Integer(),
  differences: Type.Array(
    Type.Object({
      handle: Type.String(),
      sku: nullable(Type.String()),
      field: Type.String(),
      before: Type.Unknown(),
      after: Type.Unknown(),
    }),
  ),
  differencesOmitted: Type.Integer({ description: `Beyond the first ${SHOWN}.` }),
  warnings: Type.Array(
    Type.Object({
      row: Type.Optional(Type.Integer({ description: 'As a spreadsheet counts; the header is 1.' })),
      line: Type.Optional(Type.Integer({ description: 'As a text editor counts.' })),
      code: Type.String(),
      column: nullable(Type.String()),
      value: Type.String(),
    }),
  ),
})

export const routes: readonly Route[] = [
  // Not `command`: an import runs in transactions of its own, some 200 products each (import-products.ts says why).
  query({
    method: 'POST',
    path: '/product-imports',
    operationId: 'importProducts',
    summary: 'Imports products, prices and stock from a file',
    description:
      "Takes Shopify's product CSV. One refused row and nothing is written: the answer is 422 `import-products.rows_refused` with an error for each, whose `params` name row, line and column. The same file again changes nothing. `dryRun` shows what would change.",
    permission: 'catalog:import',
    own: 'any',
    bodyLimitBytes: 12 * MEGABYTE,
    rateLimit: { perMinute: 30 },
    body: Type.Object(
      {
        csv: Type.String({ maxLength: 10 * MEGABYTE }),
        format: Type.Optional(Type.Literal('shopify')),
        dryRun: Type.Optional(Type.Boolean({ default: false })),
        currency: Type.Optional(
          Type.String({ pattern: '^[A-Z]{3}$', description: "Of the prices; the first market's unless told." }),
        ),
        location: Type.Optional(
          Type.String({ maxLength: 100, description: "Where the stock lies; the first market's unless told." }),
        ),
      },
      { additionalProperties: false },
    ),
    response: reportSchema,
    answer: async ({ house, actor, requestId }, { body: { csv, dryRun = false, currency, location } }) => {
      const report = await importProducts(house, { csv, dryRun, currency, locationCode: location, actor, requestId })
      if (!report.ok) return report
      const { differences, warnings } = report.value
      return ok({
        ...report.value,
        differences: differences.slice(0, SHOWN).map((difference) => ({ ...difference })),
        differencesOmitted: Math.max(0, differences.length - SHOWN),
        warnings: warnings.slice(0, SHOWN).map((warning) => ({ ...warning })),
      })
    },
  }),
]
