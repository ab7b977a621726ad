/**
 * Imports a product file of any format: parse everything, then rehearse everything, then write.
 *
 * 1. The whole file is read (formats/ says what its columns mean, rows/ what is wrong with them). One refused row, and nothing
 *    further happens: a file is right or it is mended, unless a person said that the refused products are to be left out.
 * 2. Rehearsal: the import itself runs, in transactions of some hundred products that are rolled back at their end. It shows
 *    exactly what would change (the differences come from what would be written) and finds what only the shop can refuse, such
 *    as the SKU of another product. A dry run ends here.
 * 3. The same again, with commits. A file that fits one transaction needs no rehearsal: it is whole or not at all anyway.
 *
 * Rejected: to compute differences from reads of three departments (a second description of the same change, which drifts
 * from the first), and one transaction for the whole file (it would hold every row's lock for minutes in a running shop). So
 * a large import that is killed half way leaves whole products behind, and running it again does the rest: products that are
 * as the file says are not written again, neither row nor audit.
 */
import { listAttributes } from '../../departments/catalog/index.ts'
import { listCostEntities } from '../../departments/pricing/index.ts'
import { listMarkets } from '../../departments/organisation/index.ts'
import type { House } from '../../host/context.ts'
import { isCurrencyCode, type CurrencyCode } from '../../kernel/currency.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { addressesOf, knownPictures } from './addressed-pictures.ts'
import { carryOut } from './carry-out.ts'
import { formatOf, plain, recogniseFormat } from './formats/formats.ts'
import type { FormatKey } from './formats/format.ts'
import { rowsRefused } from './import-chunk.ts'
import type { ImportMeans } from './means.ts'
import { refusals } from './refusals.ts'
import type { ImportReport, ImportWarning } from './report.ts'
import { touches, type ImportedProduct } from './rows/assemble-product.ts'
import { readColumns, type FileRow, type Mapping, type ReadColumns } from './rows/read-columns.ts'
import { readProducts } from './rows/read-products.ts'
import { findPictures } from './stored-pictures.ts'

export interface ProductsToImport {
  /** CSV as text or bytes, or an XLSX workbook. */
  readonly file: string | Uint8Array
  readonly dryRun: boolean
  /** Recognised by its first row unless told. */
  readonly format?: FormatKey | undefined
  /** Which column is what; as the format says unless told. */
  readonly mapping?: Mapping | undefined
  /** Of the file's prices; what the file says, else the first market's unless told. */
  readonly currency?: string | undefined
  /** Where the file's stock lies; the first market's unless told. */
  readonly locationCode?: string | undefined
  /** Imports the sound products, and says which were not. */
  readonly leaveOut?: boolean | undefined
  /** A rehearsal of this very file was seen by a person: it is not repeated. */
  readonly rehearsed?: boolean | undefined
  /** Products of the file that an earlier run committed. */
  readonly startAt?: number | undefined
}

export async function importProductsBy(
  means: ImportMeans,
  house: House,
  input: ProductsToImport,
): Promise<Result<ImportReport>> {
  const table = await means.readTable(input.file)
  if ('flawLine' in table)
    return refusals.not_csv({ field: `${table.flawLine}`, params: { row: table.flawLine, line: table.flawLine } })
  const headings = table.rows[0]?.cells ?? []
  const key = input.format ?? recogniseFormat(headings)
  const format = formatOf(key)
  const market = await marketOf(house, input, currenciesOf(table.rows, key, input.mapping))
  if (!market.ok) return market
  const attributes = await listAttributes(house.database)
  const { currency } = market.value
  const costsPassedOver = await passesCostsOver(means, house, currency)
  const reading = { format, currency, mapping: input.mapping, attributes, costsPassedOver }
  const { products, refused, warnings } = readProducts(table.rows, reading)
  if (refused.length > 0 && (!input.leaveOut || products.length === 0)) return rowsRefused(refused)
  const sound = products.filter((product) => !touches(product, refused))
  const said: ImportWarning[] = [...warnings]
  const pictures = await picturesFor(means, sound, said)
  const columns = readColumns(headings, reading)
  const settings = { ...market.value, columns, pictures }
  const outcome = await carryOut(means, { ...input, products: sound, settings, leaveOut: input.leaveOut ?? false })
  if (!outcome.ok) return outcome
  const { refused: later, ...counts } = outcome.value
  const variants = products.reduce((count, product) => count + product.variants.length, 0)
  return ok({
    ...counts,
    dryRun: input.dryRun,
    format: key,
    currency: market.value.currency,
    location: market.value.locationCode,
    of: products.length,
    variants,
    warnings: said,
    refused: [...refused, ...later],
  })
}

/** Costs are the first market's legal person's, in its currency; who may not see them sets none either. */
async function passesCostsOver(
  { mayCost }: ImportMeans,
  { database }: House,
  currency: CurrencyCode,
): Promise<ReadColumns['costsPassedOver']> {
  if (!mayCost) return 'cost_not_allowed'
  const [entity] = await listCostEntities(database)
  return entity?.currency === currency ? undefined : 'cost_currency'
}

/** From a folder, from their addresses, or not at all. */
async function picturesFor(
  { pictures, knownPictures: known }: ImportMeans,
  products: readonly ImportedProduct[],
  warnings: ImportWarning[],
) {
  if (pictures) return findPictures(products, pictures, warnings)
  return known && knownPictures(products, await known(addressesOf(products)), warnings)
}

/** The currencies in which the file has prices, the most frequent first; none where it does not say. */
function currenciesOf(rows: readonly FileRow[], key: FormatKey, mapping: Mapping | undefined): string[] {
  const [first, ...others] = rows
  const format = formatOf(key)
  const at = (first?.cells ?? []).findIndex((heading, place) =>
    mapping ? mapping[place] === 'currency' : format.meaningOf(plain(heading), 'EUR' as CurrencyCode) === 'currency',
  )
  const counts = new Map<string, number>()
  for (const { cells } of at < 0 ? [] : others) {
    const currency = (cells[at] ?? '').trim().toUpperCase()
    if (isCurrencyCode(currency)) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([currency]) => currency)
}

async function marketOf(
  house: House,
  { currency, locationCode }: ProductsToImport,
  written: readonly string[],
): Promise<Result<{ currency: CurrencyCode; locationCode: string }>> {
  if (currency !== undefined && !isCurrencyCode(currency)) {
    return refusals.unknown_currency({ field: 'currency', params: { currency } })
  }
  if (currency !== undefined && locationCode !== undefined) return ok({ currency, locationCode })
  const [first] = await listMarkets(house.database)
  const own = first && (written.length === 0 || written.includes(first.currency)) ? first.currency : written[0]
  const chosen = currency ?? own
  if (!first || chosen === undefined) return refusals.no_market()
  return ok({ currency: chosen as CurrencyCode, locationCode: locationCode ?? first.locationCode })
}
