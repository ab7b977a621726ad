/**
 * Imports a product file: parse everything, then rehearse everything, then write.
 *
 * 1. The whole file is parsed (shopify/). One refused row, and nothing further happens: a file is right or it is mended.
 * 2. Rehearsal: the import itself runs, in transactions of some 200 products that are rolled back at their end. It shows
 *    exactly what would change (the differences come from what is written) and finds what only the shop can refuse, such as
 *    the SKU of another product. A dry run ends here.
 * 3. The same again, with commits. A file that fits one transaction needs no rehearsal: it is whole or not at all anyway.
 *
 * Rejected: to compute differences from reads of three departments (a second description of the same change, which drifts
 * from the first), and one transaction for the whole file (it would hold every row's lock for minutes in a running shop). So
 * a large import that is killed half way leaves whole products behind, and running it again does the rest: products that are
 * as the file says are not written again, neither row nor audit.
 */
import { listMarkets } from '../../departments/organisation/index.ts'
import type { Context, House } from '../../host/context.ts'
import { isCurrencyCode, type CurrencyCode } from '../../kernel/currency.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { importChunk, rowsRefused, type ChunkOutcome, type ImportSettings } from './import-chunk.ts'
import { refusals } from './refusals.ts'
import type { ImportReport, ImportWarning } from './report.ts'
import type { ImportedProduct } from './shopify/assemble-product.ts'
import { parseShopifyRows, type FileRow } from './shopify/parse-shopify-rows.ts'
import { findPictures, type PictureSource } from './stored-pictures.ts'

export interface ProductsToImport {
  readonly csv: string
  readonly dryRun: boolean
  /** Of the file's prices; the first market's unless told. */
  readonly currency?: string | undefined
  /** Where the file's stock lies; the first market's unless told. */
  readonly locationCode?: string | undefined
}

/** What the flow needs of the world: filled by jobs/with-host.ts, and by nothing else. */
export interface ImportMeans {
  readonly readCsv: (text: string) => Promise<{ readonly rows: readonly FileRow[] } | { readonly flawLine: number }>
  /** Runs a command in a transaction of its own. */
  readonly run: <T>(command: (ctx: Context) => Promise<Result<T>>) => Promise<Result<T>>
  /** Runs a command and rolls back whatever it did. */
  readonly rehearse: <T>(command: (ctx: Context) => Promise<Result<T>>) => Promise<Result<T>>
  readonly pictures: PictureSource | undefined
  readonly onProgress: (done: number, total: number) => void
  /** Asked between chunks; what is written by then stays. */
  readonly stopAsked: () => Promise<boolean>
}

const CHUNK = 200

export async function importProductsBy(
  means: ImportMeans,
  house: House,
  input: ProductsToImport,
): Promise<Result<ImportReport>> {
  const market = await marketOf(house, input)
  if (!market.ok) return market
  const table = await means.readCsv(input.csv)
  if ('flawLine' in table)
    return refusals.not_csv({ field: `${table.flawLine}`, params: { row: table.flawLine, line: table.flawLine } })
  const { products, refused, warnings } = parseShopifyRows(table.rows, market.value.currency)
  if (refused.length > 0) return rowsRefused(refused)
  const said: ImportWarning[] = [...warnings]
  const pictures = means.pictures && (await findPictures(products, means.pictures, said))
  const settings = { ...market.value, pictures }
  const outcome = await carryOut(means, { products, settings, dryRun: input.dryRun })
  if (!outcome.ok) return outcome
  const { dryRun } = input
  const variants = products.reduce((count, product) => count + product.variants.length, 0)
  return ok({ ...outcome.value, dryRun, of: products.length, variants, warnings: said })
}

async function marketOf(
  house: House,
  { currency, locationCode }: ProductsToImport,
): Promise<Result<{ currency: CurrencyCode; locationCode: string }>> {
  if (currency !== undefined && !isCurrencyCode(currency)) {
    return refusals.unknown_currency({ field: 'currency', params: { currency } })
  }
  if (currency !== undefined && locationCode !== undefined) return ok({ currency, locationCode })
  const [first] = await listMarkets(house.database)
  if (!first) return refusals.no_market()
  return ok({ currency: currency ?? first.currency, locationCode: locationCode ?? first.locationCode })
}

interface Work {
  readonly products: readonly ImportedProduct[]
  readonly settings: ImportSettings
  readonly dryRun: boolean
}

interface Carried extends ChunkOutcome {
  /** Products that are committed, whole. */
  readonly written: number
}

async function carryOut(means: ImportMeans, { products, settings, dryRun }: Work): Promise<Result<Carried>> {
  const chunks: (readonly ImportedProduct[])[] = []
  for (let at = 0; at < products.length; at += CHUNK) chunks.push(products.slice(at, at + CHUNK))
  const passes = dryRun ? [means.rehearse] : chunks.length > 1 ? [means.rehearse, means.run] : [means.run]
  let done = 0
  let carried: Carried = NOTHING
  for (const pass of passes) {
    carried = NOTHING
    for (const chunk of chunks) {
      if (await means.stopAsked()) return ok(pass === means.run ? carried : NOTHING)
      const result = await pass((ctx) => importChunk(ctx, chunk, settings))
      if (!result.ok) return result
      const written = pass === means.run ? carried.written + chunk.length : 0
      carried = { ...together(carried, result.value), written }
      done += chunk.length
      means.onProgress(done, products.length * passes.length)
    }
  }
  return ok(carried)
}

const NOTHING: Carried = { created: 0, changed: 0, unchanged: 0, written: 0, differences: [] }

function together(a: ChunkOutcome, b: ChunkOutcome): ChunkOutcome {
  return {
    created: a.created + b.created,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
    differences: [...a.differences, ...b.differences],
  }
}
