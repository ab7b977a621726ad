import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import type { TaskDefinition } from '../../../host/tasks/task.ts'
import { ok } from '../../../kernel/result.ts'
import { shownReport } from '../shown-report.ts'
import { importProducts } from './with-host.ts'

export const IMPORT_TASK = 'import-products'

export const formatSchema = Type.Union([
  Type.Literal('fondaco'),
  Type.Literal('shopify'),
  Type.Literal('woocommerce'),
  Type.Literal('spree'),
  Type.Literal('medusa'),
  Type.Literal('own'),
])

const inputSchema = Type.Object({
  csv: Type.String(),
  format: Type.Optional(formatSchema),
  currency: Type.Optional(Type.String()),
  location: Type.Optional(Type.String()),
})
export type ImportTaskInput = Static<typeof inputSchema>

/**
 * An import that somebody started and watches. Begun anew after a kill it does the rest: products that are as the file says
 * are not written again (and then count as unchanged).
 */
export const importTask: TaskDefinition = {
  kind: IMPORT_TASK,
  permission: 'catalog:import',
  path: '/products/import',
  run: async (house, { actor, requestId, input }, report) => {
    const { csv, format, currency, location } = Value.Parse(inputSchema, input)
    const done = await importProducts(house, {
      file: csv,
      format,
      dryRun: false,
      currency,
      locationCode: location,
      actor,
      requestId,
      onProgress: (count, total) => report.progress(count, total),
      stopAsked: () => report.stopAsked(),
    })
    return done.ok ? ok(shownReport(done.value)) : done
  },
}
