import { Type } from 'typebox'
import { Value } from 'typebox/value'
import {
  endImport,
  findImport,
  findImportFile,
  importRefusals,
  keepRefusals,
  keepStep,
  keepTrial,
  listImportRefusals,
  type ImportRecord,
} from '../../../departments/catalog/index.ts'
import { runCommand, type Context, type House } from '../../../host/context.ts'
import { holdOf } from '../../../host/guard/weigh.ts'
import type { RunningTask, TaskDefinition, TaskReport } from '../../../host/tasks/task.ts'
import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import { placesOf } from '../carry-out.ts'
import { isField } from '../formats/field.ts'
import { isFormat } from '../formats/formats.ts'
import type { ImportedOutcome } from '../import-chunk.ts'
import type { ProductsToImport } from '../import-products.ts'
import type { ChunkDone } from '../means.ts'
import { shownReport } from '../shown-report.ts'
import { undoImportBy } from '../undo-import.ts'
import { importProducts } from './with-host.ts'

const inputSchema = Type.Object({ importId: Type.String() })
const common = { permission: 'catalog:import', path: '/products/imports' } as const
const MOST_REFUSALS = 100_000

type Kept = Pick<ProductsToImport, 'file' | 'format' | 'mapping' | 'currency' | 'locationCode'>

/** What a person decided of the file, and the file. */
async function keptInput(house: House, record: ImportRecord): Promise<Result<Kept>> {
  const file = await findImportFile(house.database, record.id)
  if (!file) return importRefusals.import_file_gone()
  return ok({
    file,
    format: isFormat(record.format) ? record.format : undefined,
    mapping: record.mapping?.map((field) => (field !== null && isField(field) ? field : null)),
    currency: record.currency ?? undefined,
    locationCode: record.location ?? undefined,
  })
}

async function loadFor(house: House, { input }: RunningTask) {
  const { importId } = Value.Parse(inputSchema, input)
  const record = await findImport(house.database, importId)
  if (!record) return importRefusals.import_not_found()
  const kept = await keptInput(house, record)
  return kept.ok ? ok({ record, kept: kept.value }) : kept
}

function watching({ actor, requestId }: RunningTask, report: TaskReport) {
  return {
    actor,
    requestId,
    onProgress: (done: number, total: number) => report.progress(done, total),
    stopAsked: () => report.stopAsked(),
  }
}

/** Tries the whole file and keeps what would change, with every row that is refused; the sound ones are told all the same. */
export const trialTask: TaskDefinition = {
  kind: 'try-import',
  ...common,
  run: async (house, task, report) => {
    const loaded = await loadFor(house, task)
    if (!loaded.ok) return loaded
    const { record, kept } = loaded.value
    const tried = await importProducts(house, { ...kept, ...watching(task, report), dryRun: true, leaveOut: true })
    const { actor, requestId } = task
    return runCommand(house, { actor, requestId }, async (ctx) => {
      const problem = tried.ok ? null : tried.refusal
      const refused = tried.ok ? tried.value.refused : placesOf(tried.refusal)
      const shown = tried.ok ? shownReport(tried.value) : null
      const place = { currency: shown?.currency ?? null, location: shown?.location ?? null }
      keepTrial(ctx, record.id, {
        ...place,
        report: shown,
        problem: problem && { ...problem, others: [] },
        refused: refused.slice(0, MOST_REFUSALS),
      })
      return ok({ importId: record.id })
    })
  },
}

/**
 * Carries an import out, from where an earlier run of it got to. What each transaction did is kept in that transaction, so a kill
 * at any moment leaves the record and the shop in step.
 */
export const runTask: TaskDefinition = {
  kind: 'run-import',
  ...common,
  run: async (house, task, report) => {
    const loaded = await loadFor(house, task)
    if (!loaded.ok) return loaded
    const { record, kept } = loaded.value
    const told = await listImportRefusals(house.database, { importId: record.id, after: 0, limit: MOST_REFUSALS })
    const known = new Set(told.map(({ row }) => row))
    let stopped = false
    const watched = watching(task, report)
    const done = await importProducts(house, {
      ...kept,
      ...watched,
      stopAsked: async () => (stopped = await watched.stopAsked()),
      dryRun: false,
      leaveOut: true,
      rehearsed: true,
      startAt: record.done,
      keep: (ctx, chunk) => keepChunk(ctx, record.id, chunk, known),
    })
    // Held for others' approval: it goes on when they agreed.
    if (!done.ok && holdOf(done.refusal)) return done
    const problem: Refusal | null = done.ok ? null : { ...done.refusal, others: [] }
    const state = stopped || !done.ok ? 'stopped' : 'done'
    return runCommand(house, { actor: task.actor, requestId: task.requestId }, async (ctx) => {
      endImport(ctx, record.id, { state, problem })
      return ok({ importId: record.id })
    })
  },
}

function keepChunk(ctx: Context, id: string, { from, done, outcomes, refused }: ChunkDone, known: ReadonlySet<number>) {
  const created = outcomes.filter((one) => one.created)
  const changed = outcomes.filter((one) => !one.created && one.differences.length > 0)
  const products = outcomes.filter((one) => one.created || one.differences.length > 0).map(recordOf)
  const unchanged = outcomes.length - created.length - changed.length
  keepStep(ctx, id, { from, to: done, created: created.length, changed: changed.length, unchanged, products })
  keepRefusals(
    ctx,
    id,
    refused.filter(({ row }) => !known.has(row)),
  )
}

/** Of what is new, only what other departments have to set back: the rest goes with the product. */
function recordOf({ productId, handle, created, differences }: ImportedOutcome) {
  const own = created ? differences.filter(({ field }) => field.startsWith('stock.')) : differences
  return { productId, handle, created, differences: own.map(({ handle: _handle, ...change }) => change) }
}

export const undoTask: TaskDefinition = {
  kind: 'undo-import',
  ...common,
  run: async (house, task, report) => {
    const { importId } = Value.Parse(inputSchema, task.input)
    const { actor, requestId, ...watched } = watching(task, report)
    return undoImportBy(
      { ...watched, run: (command) => runCommand(house, { actor, requestId }, command) },
      house,
      importId,
    )
  },
}
