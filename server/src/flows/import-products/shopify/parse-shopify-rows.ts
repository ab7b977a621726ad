import { LIMITS } from '../../../departments/catalog/index.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import { refusals } from '../refusals.ts'
import type { ImportWarning, Place, RowRefusal } from '../report.ts'
import { assembleProduct, type ImportedProduct, type ProductRows } from './assemble-product.ts'
import { readHeader, type Column, type Header } from './columns.ts'
import { plainText } from './plain-text.ts'
import { readVariant, type ReadVariant } from './read-variant.ts'
import { RowReader } from './row-reader.ts'

export interface FileRow extends Place {
  readonly cells: readonly string[]
}

export interface ParsedFile {
  readonly products: readonly ImportedProduct[]
  /** In the order of the file. One is enough for nothing to be written. */
  readonly refused: readonly RowRefusal[]
  readonly warnings: readonly ImportWarning[]
}

const REQUIRED: readonly Column[] = ['Handle', 'Title', 'Variant Price']
const HANDLE = /^[a-z0-9]+(?:[-_]+[a-z0-9]+)*$/

/**
 * Shopify's product CSV: rows of one Handle make one product, its first row says what it is, every row with a price or an
 * option is a variant, and a row with nothing but a picture is one more picture. Pure: rows in, products and every refusal out.
 */
export function parseShopifyRows(rows: readonly FileRow[], currency: CurrencyCode): ParsedFile {
  const refused: RowRefusal[] = []
  const warned: ImportWarning[] = []
  const [first, ...others] = rows
  if (!first || others.length === 0) return { products: [], refused: [refusedFile('empty_file', first)], warnings: [] }
  const header = readHeader(first.cells)
  if (header.places.size === 0) return { products: [], refused: [refusedFile('not_csv', first)], warnings: [] }
  const missing = REQUIRED.filter((column) => !header.places.has(column))
  if (missing.length > 0)
    return { products: [], refused: missing.map((column) => missingColumn(first, column)), warnings: [] }
  for (const value of header.unknown)
    warned.push({ row: 1, line: first.line, code: 'unknown_column', column: value, value })

  const groups = new Map<string, ProductRows>()
  const log = { refused, warned }
  for (const row of others) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    const reader = new RowReader(row, header, log)
    if (row.cells.slice(first.cells.length).some((cell) => cell.trim() !== '')) {
      refused.push(refusedFile('not_csv', row))
      continue
    }
    readRow(reader, groups, currency)
  }
  const products = [...groups.values()].flatMap((group) => assembleProduct(group, log) ?? [])
  refuseRepeatedSkus(products, refused)
  refused.sort((a, b) => a.row - b.row || placeOf(header, a) - placeOf(header, b))
  return { products, refused, warnings: warned }
}

function readRow(reader: RowReader, groups: Map<string, ProductRows>, currency: CurrencyCode): void {
  const handle = readHandle(reader)
  if (handle === undefined) return
  const known = groups.get(handle)
  const group = known ?? beginProduct(reader, handle)
  groups.set(handle, group)
  const optionCount = group.optionNames.length
  if (!known || isVariantRow(reader)) {
    const variant = readVariant(reader, { currency, optionCount })
    if (variant) group.variants.push(variant)
    else group.broken = true
  } else if (reader.text('Image Src') === '') {
    reader.refuse('missing_value', 'Variant Price')
  }
  readImage(reader, group)
}

function readHandle(reader: RowReader): string | undefined {
  const text = reader.required('Handle', LIMITS.handle)?.toLowerCase()
  if (text === undefined || HANDLE.test(text)) return text
  return reader.refuse('invalid_handle', 'Handle')
}

function isVariantRow(reader: RowReader): boolean {
  return (['Option1 Value', 'Variant SKU', 'Variant Price'] as const).some((column) => reader.text(column) !== '')
}

function beginProduct(reader: RowReader, handle: string): ProductRows {
  const title = reader.required('Title', LIMITS.name)
  const type = reader.text('Type') || (reader.text('Product Category').split('>').at(-1) ?? '').trim()
  const description = reader.has('Body (HTML)')
    ? reader.limited('Body (HTML)', plainText(reader.text('Body (HTML)')), LIMITS.description)
    : undefined
  return {
    place: reader.place,
    handle,
    title: title ?? '',
    description,
    vendor: reader.has('Vendor') ? reader.limited('Vendor', reader.text('Vendor'), LIMITS.vendor) : undefined,
    type: reader.limited('Type', type, LIMITS.name) ?? '',
    tags: reader.has('Tags') ? readTags(reader) : undefined,
    state: readState(reader),
    optionNames: readOptionNames(reader),
    variants: [],
    images: [],
    broken: title === undefined,
  }
}

function readTags(reader: RowReader): string[] | undefined {
  const tags = [
    ...new Set(
      reader
        .text('Tags')
        .split(',')
        .map((tag) => tag.trim()),
    ),
  ].filter(Boolean)
  if (tags.length > LIMITS.tags) return reader.refuse('too_many', 'Tags', { max: LIMITS.tags })
  if (tags.some((tag) => tag.length > LIMITS.tag)) return reader.refuse('too_long', 'Tags', { max: LIMITS.tag })
  return tags
}

/** On sale when it is both published and active; where the file says nothing of either, it stays as it is. */
function readState(reader: RowReader): 'draft' | 'published' | undefined {
  const published = reader.boolean('Published')
  const status = reader.text('Status').toLowerCase()
  if (published === undefined && status === '') return undefined
  return published !== false && (status === '' || status === 'active') ? 'published' : 'draft'
}

/** "Title" with the one value "Default Title" is how Shopify writes that there is nothing to choose. */
function readOptionNames(reader: RowReader): string[] {
  if (reader.text('Option1 Name') === 'Title' && reader.text('Option1 Value') === 'Default Title') return []
  const names = ([1, 2, 3] as const).map((number) => reader.text(`Option${number} Name`))
  const gap = names.findIndex((name, at) => name === '' && names.slice(at).some(Boolean))
  if (gap >= 0) reader.refuse('missing_value', `Option${(gap + 1) as 1 | 2 | 3} Name`)
  for (const [at, name] of names.entries()) {
    reader.limited(`Option${(at + 1) as 1 | 2 | 3} Name`, name, LIMITS.optionName)
  }
  return names.filter(Boolean)
}

function readImage(reader: RowReader, group: ProductRows): void {
  const src = reader.text('Image Src')
  if (src === '') return
  const alt = reader.limited('Image Alt Text', reader.text('Image Alt Text'), LIMITS.name)
  const position = reader.text('Image Position') === '' ? undefined : reader.count('Image Position')
  group.images.push({ place: reader.place, src, alt: alt ?? '', position: position ?? group.images.length + 1 })
  if (group.images.length === LIMITS.images + 1) reader.refuse('too_many', 'Image Src', { max: LIMITS.images })
}

function refuseRepeatedSkus(products: readonly ImportedProduct[], refused: RowRefusal[]): void {
  const first = new Map<string, Place>()
  for (const { variants } of products) {
    for (const { sku, place } of variants) {
      const earlier = first.get(sku)
      if (!earlier) {
        first.set(sku, place)
        continue
      }
      const column = 'Variant SKU'
      const params = { ...place, column, value: sku, earlier: earlier.row }
      const { refusal } = refusals.duplicate_sku({ field: `${place.row}.${column}`, params })
      refused.push({ ...place, column, refusal })
    }
  }
}

function refusedFile(reason: 'empty_file' | 'not_csv', row: Place | undefined): RowRefusal {
  const place = { row: row?.row ?? 1, line: row?.line ?? 1 }
  const { refusal } = refusals[reason]({ field: `${place.row}`, params: place })
  return { ...place, column: '', refusal }
}

function missingColumn({ line }: Place, column: Column): RowRefusal {
  const place = { row: 1, line }
  const { refusal } = refusals.missing_column({ field: `1.${column}`, params: { ...place, column } })
  return { ...place, column, refusal }
}

const placeOf = (header: Header, { column }: RowRefusal) => header.places.get(column as Column) ?? -1

export type { ReadVariant }
