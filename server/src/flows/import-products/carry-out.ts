import type { Context } from '../../host/context.ts'
import { ok, type Refusal, type Result } from '../../kernel/result.ts'
import { importChunk, type ImportedOutcome, type ImportSettings } from './import-chunk.ts'
import type { ChunkDone, ImportMeans } from './means.ts'
import type { ImportDifference, RowRefusal } from './report.ts'
import { touches, type ImportedProduct } from './rows/assemble-product.ts'

export interface Carried {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  /** Products that are committed, whole. */
  readonly written: number
  /** The first ones: nobody reads more of them one by one. */
  readonly differences: readonly ImportDifference[]
  readonly differencesOmitted: number
  readonly refused: readonly RowRefusal[]
}

interface Work {
  readonly products: readonly ImportedProduct[]
  readonly settings: ImportSettings
  readonly dryRun: boolean
  readonly leaveOut: boolean
  readonly rehearsed?: boolean | undefined
  readonly startAt?: number | undefined
}

export const CHUNK = 500
const MOST_VARIANTS = 4_000
const SHOWN = 1_000

export async function carryOut(means: ImportMeans, work: Work): Promise<Result<Carried>> {
  const { products, dryRun, startAt = 0 } = work
  const chunks = chunksOf(products.slice(startAt))
  const isWhole = chunks.length <= 1 || work.rehearsed === true
  const passes = dryRun ? [means.rehearse] : isWhole ? [means.run] : [means.rehearse, means.run]
  let told = 0
  let carried = NOTHING
  for (const pass of passes) {
    const isReal = pass === means.run
    carried = NOTHING
    let done = startAt
    for (const chunk of chunks) {
      if (await means.stopAsked()) return ok(isReal ? carried : NOTHING)
      done += chunk.length
      const keep = isReal || dryRun ? means.keep : undefined
      const result = await carryChunk(pass, chunk, work, { done, keep, isReal })
      if (!result.ok) return result
      carried = together(carried, result.value, isReal ? chunk.length : 0)
      told += chunk.length
      means.onProgress(startAt + told, startAt + (products.length - startAt) * passes.length)
    }
  }
  return ok(carried)
}

interface ChunkMode {
  readonly done: number
  readonly keep: ImportMeans['keep']
  readonly isReal: boolean
}

/** Where refused products are to be left out, the chunk is tried again without them: a chunk is whole or not at all. */
async function carryChunk(
  pass: ImportMeans['run'],
  chunk: readonly ImportedProduct[],
  { settings, leaveOut }: Work,
  { done, keep, isReal }: ChunkMode,
): Promise<Result<ChunkDone>> {
  let sound = chunk
  let refused: readonly RowRefusal[] = []
  for (;;) {
    const left = refused
    const result = await pass(async (ctx: Context): Promise<Result<ChunkDone>> => {
      const outcomes = await importChunk(ctx, sound, { settings, dryRun: !isReal })
      if (!outcomes.ok) return outcomes
      const { currency, locationCode: location } = settings
      const finished = { from: done - chunk.length, done, outcomes: outcomes.value, refused: left, currency, location }
      await keep?.(ctx, finished)
      return ok(finished)
    })
    const now = result.ok || !leaveOut ? [] : placesOf(result.refusal)
    const rest = sound.filter((product) => !touches(product, now))
    if (result.ok || rest.length === sound.length) return result
    sound = rest
    refused = [...refused, ...now]
  }
}

export function placesOf({ code, others = [] }: Refusal): RowRefusal[] {
  if (code !== 'import-products.rows_refused') return []
  return others.map((refusal) => {
    const { row = 0, line = 0, column = '' } = refusal.params ?? {}
    return { row: Number(row), line: Number(line), column: String(column), refusal }
  })
}

function chunksOf(products: readonly ImportedProduct[]): ImportedProduct[][] {
  const chunks: ImportedProduct[][] = []
  let variants = 0
  for (const product of products) {
    const last = chunks.at(-1)
    variants += product.variants.length
    if (last && last.length < CHUNK && variants <= MOST_VARIANTS) last.push(product)
    else {
      chunks.push([product])
      variants = product.variants.length
    }
  }
  return chunks
}

const NOTHING: Carried = {
  created: 0,
  changed: 0,
  unchanged: 0,
  written: 0,
  differences: [],
  differencesOmitted: 0,
  refused: [],
}

/** Of what was there; pictures that are still to be fetched count. */
export const isChanged = ({ created, differences, toFetch }: ImportedOutcome): boolean =>
  !created && differences.length + toFetch.length > 0

function together(so: Carried, { outcomes, refused }: ChunkDone, written: number): Carried {
  const created = outcomes.filter((one) => one.created).length
  const changed = outcomes.filter(isChanged).length
  const seen = outcomes.flatMap(({ differences }) => differences)
  const shown = seen.slice(0, Math.max(0, SHOWN - so.differences.length))
  return {
    created: so.created + created,
    changed: so.changed + changed,
    unchanged: so.unchanged + outcomes.length - created - changed,
    written: so.written + (written === 0 ? 0 : outcomes.length),
    differences: [...so.differences, ...shown],
    differencesOmitted: so.differencesOmitted + seen.length - shown.length,
    refused: [...so.refused, ...refused],
  }
}
