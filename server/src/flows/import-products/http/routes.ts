import { Type } from 'typebox'
import type { Context } from '../../../host/context.ts'
import { steps, type Route } from '../../../host/http/route.ts'
import { nullable } from '../../../host/http/schemas.ts'
import { startTask } from '../../../host/tasks/start-task.ts'
import { ok } from '../../../kernel/result.ts'
import { beginWhole } from '../jobs/run-import.ts'
import { importProducts } from '../jobs/with-host.ts'
import { shownReport } from '../shown-report.ts'
import { centreRoutes } from './centre-routes.ts'
import { formatSchema } from './format-schema.ts'
import { mappingRoutes } from './mapping-routes.ts'
import { presentReport } from './present-differences.ts'
import { reportSchema } from './report-schema.ts'

const MEGABYTE = 1_048_576

export const routes: readonly Route[] = [
  // Not `command`: an import runs in transactions of its own, some 200 products each (import-products.ts says why).
  steps({
    method: 'POST',
    path: '/product-imports',
    operationId: 'importProducts',
    summary: 'Imports products, prices and stock from a file',
    description:
      "Takes the product CSV of Fondaco, Shopify, WooCommerce, Spree or Medusa, recognised by its first row unless told. With `dryRun` it answers what would change. Otherwise it becomes an import like those of the import centre, at `/product-imports/{importId}`, which can be taken back, and a task, whose progress and report are read there. One refused row and nothing is written: `import-products.rows_refused` (as 422 of a dry run, or as the task's problem) with an error for each, whose `params` name row, line and column. The same file again changes nothing.",
    permission: 'catalog:import',
    own: 'any',
    bodyLimitBytes: 12 * MEGABYTE,
    rateLimit: { perMinute: 30 },
    body: Type.Object(
      {
        csv: Type.String({ maxLength: 10 * MEGABYTE }),
        format: Type.Optional(formatSchema),
        dryRun: Type.Optional(Type.Boolean({ default: false })),
        name: Type.Optional(Type.String({ maxLength: 200, description: "The file's, for the task's title." })),
        currency: Type.Optional(
          Type.String({ pattern: '^[A-Z]{3}$', description: "Of the prices; the first market's unless told." }),
        ),
        location: Type.Optional(
          Type.String({ maxLength: 100, description: "Where the stock lies; the first market's unless told." }),
        ),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({
      importId: nullable(Type.String({ format: 'uuid', description: 'Null after a dry run.' })),
      taskId: nullable(Type.String({ format: 'uuid', description: 'Null after a dry run.' })),
      report: nullable(reportSchema),
    }),
    status: 202,
    answer: async (call, { body: { csv, format, dryRun = false, currency, location, name } }) => {
      const { house, actor, requestId } = call
      if (!dryRun) {
        const bytes = Buffer.from(csv)
        const file = { name: name ?? 'products', bytes, format, currency, locationCode: location }
        const begun = await beginWhole(house, { actor, requestId }, { file, start: taskOf(name) })
        return begun.ok ? ok({ ...begun.value, report: null }) : begun
      }
      const report = await importProducts(house, {
        file: csv,
        format,
        dryRun,
        pictures: 'by_address',
        currency,
        locationCode: location,
        actor,
        requestId,
      })
      return report.ok
        ? ok({ importId: null, taskId: null, report: presentReport(shownReport(report.value), call) })
        : report
    },
  }),
  ...centreRoutes,
  ...mappingRoutes,
]

const taskOf = (name: string | undefined) => (ctx: Context, importId: string) => {
  const title = name === undefined ? {} : { titleParams: { name } }
  const titleKey = name === undefined ? 'import-products.task.unnamed' : 'import-products.task.named'
  return startTask(ctx, { kind: 'run-import', titleKey, ...title, input: { importId } })
}
