/**
 * The one road of an import that writes, whoever begins it: the import centre, the API and the command line. It goes by its record,
 * from where an earlier run got to; what each transaction did is kept in that transaction, so a kill at any moment leaves record and
 * shop in step, and all of it can be taken back.
 */
import {
  beginImport,
  createImport,
  endImport,
  findImport,
  findImportFile,
  importRefusals,
  keepPicturesToFetch,
  keepRefusals,
  keepStep,
  listImportRefusals,
  refuseImport,
  type ImportRecord,
} from '../../../departments/catalog/index.ts'
import { runCommand, type Actor, type CommandOptions, type Context, type House } from '../../../host/context.ts'
import { holdOf } from '../../../host/guard/weigh.ts'
import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import { isChanged, placesOf } from '../carry-out.ts'
import { isField } from '../formats/field.ts'
import { isFormat } from '../formats/formats.ts'
import type { ImportedOutcome } from '../import-chunk.ts'
import type { ProductsToImport } from '../import-products.ts'
import type { ChunkDone } from '../means.ts'
import type { ImportReport } from '../report.ts'
import { askForPictures } from './fetch-pictures.ts'
import { readHead } from './read-file.ts'
import { importProducts, type ImportOptions } from './with-host.ts'

export const MOST_REFUSALS = 100_000

export interface LoadedImport {
  readonly record: ImportRecord
  readonly kept: Pick<ProductsToImport, 'file' | 'format' | 'mapping' | 'currency' | 'locationCode'>
}

/** An import, its file, and what a person decided of it. */
export async function loadImport(house: House, importId: string): Promise<Result<LoadedImport>> {
  const record = await findImport(house.database, importId)
  if (!record) return importRefusals.import_not_found()
  const file = await findImportFile(house.database, importId)
  if (!file) return importRefusals.import_file_gone()
  const kept = {
    file,
    format: isFormat(record.format) ? record.format : undefined,
    mapping: record.mapping?.map((field) => (field !== null && isField(field) ? field : null)),
    currency: record.currency ?? undefined,
    locationCode: record.location ?? undefined,
  }
  return ok({ record, kept })
}

interface ImportToRun extends LoadedImport {
  readonly actor: Actor
  readonly requestId?: string | undefined
  readonly onProgress: (done: number, total: number) => void
  readonly stopAsked: () => Promise<boolean>
  /** Those at their addresses unless told. */
  readonly pictures?: ImportOptions['pictures']
}

export type RunReport = ImportReport & { readonly importId: string }

export async function runImport(house: House, { record, kept, ...options }: ImportToRun): Promise<Result<RunReport>> {
  const { id, whole } = record
  const { actor, requestId, stopAsked } = options
  const known = await refusedRowsOf(house, id)
  let stopped = false
  const done = await importProducts(house, {
    ...kept,
    ...options,
    pictures: options.pictures ?? 'by_address',
    stopAsked: async () => (stopped = await stopAsked()),
    dryRun: false,
    leaveOut: !whole,
    // A trial was seen before; what is imported whole is rehearsed until its first products are written.
    rehearsed: !whole || record.done > 0,
    startAt: record.done,
    keep: (ctx, chunk) => keepChunk(ctx, id, chunk, known),
  })
  // Held for others' approval: it goes on when they agreed.
  if (!done.ok && holdOf(done.refusal)) return done
  // What no trial told before: rows that were refused as the file was read belong to no chunk.
  const there = done.ok ? await refusedRowsOf(house, id) : known
  const untold = done.ok ? done.value.refused.filter(({ row }) => !there.has(row)).slice(0, MOST_REFUSALS) : []
  const ended = await runCommand(house, { actor, requestId }, async (ctx) => {
    keepRefusals(ctx, id, untold)
    if (done.ok) endImport(ctx, id, { state: stopped ? 'stopped' : 'done', problem: null })
    else end(ctx, record, done.refusal)
    askForPictures(ctx, id)
    return ok()
  })
  if (!ended.ok) return ended
  const now = await findImport(house.database, id)
  return done.ok ? ok({ ...done.value, ...figuresOf(now), importId: id }) : done
}

async function refusedRowsOf(house: House, importId: string): Promise<ReadonlySet<number>> {
  const told = await listImportRefusals(house.database, { importId, after: 0, limit: MOST_REFUSALS })
  return new Set(told.map(({ row }) => row))
}

/** Of all runs together, where an earlier one was killed. */
function figuresOf(record: ImportRecord | undefined) {
  if (!record) return {}
  const { created, changed, unchanged, done: written } = record
  return { created, changed, unchanged, written }
}

function end(ctx: Context, { id, whole, done }: ImportRecord, refusal: Refusal): void {
  const problem: Refusal = { ...refusal, others: [] }
  const refused = placesOf(refusal).slice(0, MOST_REFUSALS)
  if (whole && done === 0 && refused.length > 0) refuseImport(ctx, id, { problem, refused })
  else endImport(ctx, id, { state: 'stopped', problem })
}

function keepChunk(ctx: Context, id: string, chunk: ChunkDone, known: ReadonlySet<number>) {
  const { from, done, outcomes, refused, currency, location } = chunk
  const created = outcomes.filter((one) => one.created)
  const changed = outcomes.filter(isChanged)
  const products = outcomes.filter((one) => one.created || isChanged(one)).map(recordOf)
  const unchanged = outcomes.length - created.length - changed.length
  const counts = { created: created.length, changed: changed.length, unchanged }
  keepPicturesToFetch(
    ctx,
    id,
    outcomes.flatMap(({ productId, handle, toFetch }) => toFetch.map((one) => ({ ...one, productId, handle }))),
  )
  keepStep(ctx, id, { from, to: done, ...counts, products, currency, location })
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

export interface FileToImport extends Omit<LoadedImport['kept'], 'file'> {
  readonly name: string
  readonly bytes: Uint8Array
  /** Leaves out what is refused, instead of writing nothing. */
  readonly leaveOut?: boolean | undefined
}

/** Keeps a file and begins its import at once, without a trial: `start` asks for the task, where there is to be one. */
export async function beginWhole(
  house: House,
  options: CommandOptions,
  { file, start }: { readonly file: FileToImport; readonly start: (ctx: Context, importId: string) => string | null },
): Promise<Result<{ importId: string; taskId: string | null }>> {
  const head = await readHead(file.bytes)
  const { name, bytes, mapping, currency, locationCode, leaveOut = false } = file
  return runCommand(house, options, async (ctx) => {
    const importId = createImport(ctx, {
      name,
      bytes,
      // A file without a table is refused by its run, like every other flaw of it.
      columns: head.ok ? head.value.columns : [],
      format: file.format ?? (head.ok ? head.value.format : 'own'),
      mapping: mapping ?? null,
      currency: currency ?? null,
      location: locationCode ?? null,
      whole: !leaveOut,
    })
    const begun = await beginImport(ctx, importId, { step: 'whole', start: () => start(ctx, importId) })
    return begun.ok ? ok({ importId, taskId: begun.value.taskId }) : begun
  })
}
