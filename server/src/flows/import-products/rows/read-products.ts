import { LIMITS, PRODUCT_KINDS, type ProductKind } from '../../../departments/catalog/index.ts'
import { slugify } from '../../../kernel/text.ts'
import type { Field } from '../formats/field.ts'
import type { FieldRow, Format, Log } from '../formats/format.ts'
import { otherKind } from '../formats/formats.ts'
import { refusals } from '../refusals.ts'
import type { ImportWarning, Place, RowRefusal } from '../report.ts'
import { assembleProduct, type ImportedProduct, type ProductRows } from './assemble-product.ts'
import { plainText } from './plain-text.ts'
import { readAttributes } from './read-attributes.ts'
import { fieldRow, readColumns, type Columns, type FileRow, type ReadColumns } from './read-columns.ts'
import { readVariant } from './read-variant.ts'
import { costsPassedOver } from './costs-passed-over.ts'
import { RowReader } from './row-reader.ts'

export interface ParsedFile {
  readonly products: readonly ImportedProduct[]
  /** In the order of the file. One is enough for nothing to be written, unless a person leaves the refused ones out. */
  readonly refused: readonly RowRefusal[]
  readonly warnings: readonly ImportWarning[]
}

interface Reading extends ReadColumns {
  readonly columns: Columns
  readonly log: Log
  readonly groups: Map<string, ProductRows>
}

const HANDLE = /^[a-z0-9]+(?:[-_]+[a-z0-9]+)*$/
const VARIANT_FIELDS = ['option1Value', 'sku', 'price'] as const
const PUBLISHED_STATES: ReadonlySet<string> = new Set(['active', 'published'])

/**
 * The products of a file of any format: rows of one handle make one product, its first row says what it is, every row with a SKU,
 * a price or an option is a variant, and a row with nothing but a picture is one more picture. Pure: rows in, products and every
 * refusal out.
 */
export function readProducts(rows: readonly FileRow[], options: ReadColumns): ParsedFile {
  const [first, ...others] = rows
  if (!first || others.length === 0) return refusedWhole('empty_file', first)
  const columns = readColumns(first.cells, options)
  const flaw = headingFlaws(first, columns, options)
  if (flaw) return flaw
  const log: Log = { refused: [], warned: [] }
  for (const value of columns.unknown)
    log.warned.push({ row: 1, line: first.line, code: 'unknown_column', column: value, value })
  const costs = costsPassedOver(rows, columns, options)
  if (costs) log.warned.push(costs)
  const sound = others.flatMap((row) => soundRow(row, columns, log) ?? [])
  const arranged = options.format.arrange?.(sound, { currency: options.currency, log }) ?? sound
  const reading: Reading = { ...options, columns, log, groups: new Map() }
  for (const row of arranged) readRow(new RowReader(row, columns, log), reading)
  const products = [...reading.groups.values()].flatMap((group) => assembleProduct(group, columns, log) ?? [])
  refuseRepeatedSkus(products, columns, log.refused)
  log.refused.sort((a, b) => a.row - b.row || placeOf(first, a) - placeOf(first, b))
  return { products, refused: log.refused, warnings: log.warned }
}

function headingFlaws(first: FileRow, columns: Columns, { format, mapping }: ReadColumns): ParsedFile | undefined {
  const kind = mapping || format.key !== 'own' ? undefined : otherKind(first.cells)
  if (kind !== undefined) return { products: [], refused: [wrongKind(first, kind)], warnings: [] }
  if (columns.places.size === 0) return refusedWhole('not_csv', first)
  const strange = format.strict && !mapping ? columns.unknown : []
  if (strange.length > 0)
    return { products: [], refused: strange.map((column) => ofHeading(first, 'unknown_heading', column)), warnings: [] }
  const missing = format.required.filter((field) => !columns.places.has(field))
  if (missing.length === 0) return undefined
  const refused = missing.map((field) => ofHeading(first, 'missing_column', columns.nameOf(field)))
  return { products: [], refused, warnings: [] }
}

function soundRow(row: FileRow, columns: Columns, log: Log): FieldRow | undefined {
  if (row.cells.every((cell) => cell.trim() === '')) return undefined
  if (row.cells.slice(columns.count).every((cell) => cell.trim() === '')) return fieldRow(row, columns)
  log.refused.push(refusedFile('not_csv', row))
  return undefined
}

function readRow(reader: RowReader, reading: Reading): void {
  const handle = readHandle(reader, reading)
  if (handle === undefined) return
  const known = reading.groups.get(handle)
  const group = known ?? beginProduct(reader, handle, reading)
  reading.groups.set(handle, group)
  const scope = {
    currency: reading.currency,
    optionCount: group.optionNames.length,
    grams: isInGrams(reading),
    mayLackPrice: reading.format.isOwn === true,
    takesCosts: reading.costsPassedOver === undefined,
    attributes: (reading.attributes ?? []).filter(({ perVariant }) => perVariant),
  }
  // A first row with nothing to sell, where the variants stand below it in rows of their own.
  const isHead = !known && reading.format.arrange !== undefined && !isVariantRow(reader)
  if (!isHead && (!known || isVariantRow(reader))) {
    const variant = readVariant(reader, scope)
    if (variant) group.variants.push(variant)
    else group.broken = true
  } else if (!isHead && reader.text('image') === '') {
    group.broken = true
    reader.refuse('missing_value', 'price')
  }
  readImages(reader, group)
}

/** Shopify's units say how a weight is shown, not in what it is written. */
const isInGrams = ({ format }: Reading) => format.key === 'shopify' || format.key === 'medusa'

function readHandle(reader: RowReader, { groups, columns }: Reading): string | undefined {
  if (!columns.places.has('handle') && !reader.has('handle')) return ownHandle(reader, groups)
  const text = reader.required('handle', LIMITS.handle)?.toLowerCase()
  if (text === undefined || HANDLE.test(text)) return text
  return reader.refuse('invalid_handle', 'handle')
}

/** A list without addresses: each row is a product of its own, called by its name; twins get their SKU or a number behind it. */
function ownHandle(reader: RowReader, groups: ReadonlyMap<string, ProductRows>): string | undefined {
  const name = reader.text('name')
  if (name === '') return reader.refuse('missing_value', 'name')
  const plain = slugify(name).slice(0, LIMITS.handle - 24) || 'product'
  const withSku = [plain, slugify(reader.code('sku')).slice(0, 20)].filter(Boolean).join('-')
  for (const handle of [plain, withSku]) if (!groups.has(handle)) return handle
  for (let number = 2; ; number++) if (!groups.has(`${withSku}-${number}`)) return `${withSku}-${number}`
}

function isVariantRow(reader: RowReader): boolean {
  return VARIANT_FIELDS.some((field) => reader.text(field) !== '')
}

function beginProduct(reader: RowReader, handle: string, reading: Reading): ProductRows {
  const { format, columns, attributes = [] } = reading
  const title = reader.required('name', LIMITS.name)
  const path = reader.text('categoryPath').split(',')[0]?.split(/->|>/) ?? []
  const category = reader.text('category') || (path.at(-1) ?? '').trim()
  return {
    place: reader.place,
    handle,
    names: textsOf(reader, 'name', { text: title ?? '', max: LIMITS.name }) ?? {},
    descriptions: descriptionsOf(reader, format),
    seoTitles: moreTexts(reader, 'seoTitle', LIMITS.seoTitle),
    seoDescriptions: moreTexts(reader, 'seoDescription', LIMITS.seoDescription),
    warnings: moreTexts(reader, 'warning', LIMITS.warning),
    kind: readKind(reader),
    familyCode: reader.has('family') ? reader.text('family') || null : undefined,
    attributes: readAttributes(
      reader,
      attributes.filter(({ perVariant }) => !perVariant),
    ),
    vendor: reader.has('vendor') ? reader.limited('vendor', reader.text('vendor'), LIMITS.vendor) : undefined,
    category: reader.limited('category', category, LIMITS.name) ?? '',
    categoryHandle: columns.places.has('categoryHandle') ? reader.text('categoryHandle').toLowerCase() : undefined,
    isExactCategory: format.isOwn === true,
    tags: reader.has('tags') ? readTags(reader, format) : undefined,
    state: readState(reader),
    taxCategory: reader.text('taxCategory') || undefined,
    hsCode: reader.has('hsCode') ? reader.code('hsCode') || null : undefined,
    originCountry: reader.has('originCountry') ? reader.text('originCountry').toUpperCase() || null : undefined,
    durabilityYears: reader.has('durabilityYears') ? readYears(reader) : undefined,
    passportUrl: reader.has('passportUrl') ? reader.text('passportUrl') || null : undefined,
    optionNames: readOptionNames(reader),
    variants: [],
    images: [],
    broken: title === undefined,
  }
}

const OTHER_LANGUAGES = [
  ['it', 'It'],
  ['es', 'Es'],
  ['id', 'Id'],
] as const

/** A language that the file has a column for says it all: an empty cell takes the text away. */
function textsOf(
  reader: RowReader,
  field: 'name' | 'description' | 'seoTitle' | 'seoDescription' | 'warning' | 'imageAlt',
  { text, max }: { readonly text: string; readonly max: number },
): Record<string, string> {
  const texts: Record<string, string> = { en: text }
  for (const [language, ending] of OTHER_LANGUAGES) {
    const one: Field = `${field}${ending}`
    if (reader.has(one)) texts[language] = reader.limited(one, reader.text(one), max) ?? ''
  }
  return texts
}

function descriptionsOf(reader: RowReader, format: Format): Record<string, string> | undefined {
  if (!reader.has('description')) return undefined
  const written = reader.text('description')
  const text = reader.limited('description', format.html ? plainText(written) : written, LIMITS.description)
  return text === undefined ? undefined : textsOf(reader, 'description', { text, max: LIMITS.description })
}

/** Of what a file may leave out; undefined where it has no column for it. */
function moreTexts(
  reader: RowReader,
  field: 'seoTitle' | 'seoDescription' | 'warning' | 'imageAlt',
  max: number,
): Record<string, string> | undefined {
  if (!reader.has(field)) return undefined
  return textsOf(reader, field, { text: reader.limited(field, reader.text(field), max) ?? '', max })
}

function readKind(reader: RowReader): ProductKind | undefined {
  const text = reader.text('kind').toLowerCase()
  const kind = PRODUCT_KINDS.find((one) => one === text)
  if (kind === undefined && text !== '') return reader.refuse('invalid_kind', 'kind')
  if (kind !== undefined && kind !== 'physical' && reader.text('status') !== 'draft')
    reader.warn('kind_as_draft', 'kind')
  return kind
}

const readYears = (reader: RowReader) =>
  reader.text('durabilityYears') === '' ? null : reader.count('durabilityYears')

/** Our own form writes a comma within a tag with a backslash before it. */
function readTags(reader: RowReader, { isOwn }: Format): string[] | undefined {
  const text = reader.text('tags')
  const all = isOwn
    ? [...text.matchAll(/(?:\\.|[^,\\])+/gs)].map(([tag]) => tag.replaceAll(/\\(.)/gs, '$1'))
    : text.split(',')
  const tags = [...new Set(all.map((tag) => tag.trim()))].filter(Boolean)
  if (tags.length > LIMITS.tags) return reader.refuse('too_many', 'tags', { max: LIMITS.tags })
  if (tags.some((tag) => tag.length > LIMITS.tag)) return reader.refuse('too_long', 'tags', { max: LIMITS.tag })
  return tags
}

/** On sale when it is both published and active; where the file says nothing of either, it stays as it is. */
function readState(reader: RowReader): 'draft' | 'published' | undefined {
  const published = reader.boolean('published')
  const status = reader.text('status').toLowerCase()
  if (published === undefined && status === '') return undefined
  return published !== false && (status === '' || PUBLISHED_STATES.has(status)) ? 'published' : 'draft'
}

const NUMBERS = [1, 2, 3] as const

/** "Title" with the one value "Default Title" is how Shopify writes that there is nothing to choose. */
function readOptionNames(reader: RowReader): string[] {
  if (reader.text('option1Name') === 'Title' && reader.text('option1Value') === 'Default Title') return []
  const names = NUMBERS.map((number) => reader.text(`option${number}Name`))
  const gap = names.findIndex((name, at) => name === '' && names.slice(at).some(Boolean))
  if (gap >= 0) reader.refuse('missing_value', `option${(gap + 1) as 1 | 2 | 3}Name`)
  for (const [at, name] of names.entries())
    reader.limited(`option${(at + 1) as 1 | 2 | 3}Name`, name, LIMITS.optionName)
  return names.filter(Boolean)
}

/** One address, or several of a product on lines of their own; the same one is one picture. */
function readImages(reader: RowReader, group: ProductRows): void {
  const known = new Set(group.images.map(({ src }) => src))
  for (const src of reader.text('image').split('\n').filter(Boolean)) {
    if (known.has(src)) continue
    const said = Object.entries(moreTexts(reader, 'imageAlt', LIMITS.name) ?? {})
    const alts = Object.fromEntries(said.filter(([, text]) => text !== ''))
    const position = reader.text('imagePosition') === '' ? undefined : reader.count('imagePosition')
    group.images.push({ place: reader.place, src, alts, position: position ?? group.images.length + 1 })
    if (group.images.length === LIMITS.images + 1) reader.refuse('too_many', 'image', { max: LIMITS.images })
  }
}

function refuseRepeatedSkus(products: readonly ImportedProduct[], columns: Columns, refused: RowRefusal[]): void {
  const first = new Map<string, Place>()
  for (const { variants } of products) {
    for (const { sku, place } of variants) {
      const earlier = first.get(sku)
      if (!earlier) {
        first.set(sku, place)
        continue
      }
      const column = columns.nameOf('sku')
      const params = { ...place, column, value: sku, earlier: earlier.row }
      const { refusal } = refusals.duplicate_sku({ field: `${place.row}.${column}`, params })
      refused.push({ ...place, column, refusal })
    }
  }
}

function refusedWhole(reason: 'empty_file' | 'not_csv', row: FileRow | undefined): ParsedFile {
  return { products: [], refused: [refusedFile(reason, row)], warnings: [] }
}

function refusedFile(reason: 'empty_file' | 'not_csv', row: Place | undefined): RowRefusal {
  const place = { row: row?.row ?? 1, line: row?.line ?? 1 }
  const { refusal } = refusals[reason]({ field: `${place.row}`, params: place })
  return { ...place, column: '', refusal }
}

function wrongKind({ line }: Place, kind: string): RowRefusal {
  const place = { row: 1, line }
  return { ...place, column: '', refusal: refusals.not_products({ field: '1', params: { ...place, kind } }).refusal }
}

function ofHeading({ line }: Place, reason: 'missing_column' | 'unknown_heading', column: string): RowRefusal {
  const place = { row: 1, line }
  const { refusal } = refusals[reason]({ field: `1.${column}`, params: { ...place, column } })
  return { ...place, column, refusal }
}

const placeOf = ({ cells }: FileRow, { column }: RowRefusal) => cells.findIndex((cell) => cell.trim() === column)
