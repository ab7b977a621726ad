import { slugify } from '../../../kernel/text.ts'
import { refusals } from '../refusals.ts'
import type { Field } from './field.ts'
import type { FieldRow, Format, Log, Meaning } from './format.ts'

const COLUMNS: readonly (readonly [string, Field])[] = [
  ['ID', 'rowId'],
  ['Type', 'rowKind'],
  ['SKU', 'sku'],
  ['GTIN, UPC, EAN, or ISBN', 'barcode'],
  ['Name', 'name'],
  ['Published', 'published'],
  ['Description', 'description'],
  ['Short description', 'description'],
  ['Stock', 'quantity'],
  ['Backorders allowed?', 'inventoryPolicy'],
  ['Sale price', 'salePrice'],
  ['Regular price', 'price'],
  ['Categories', 'categoryPath'],
  ['Tags', 'tags'],
  ['Images', 'image'],
  ['Brands', 'vendor'],
  ['Parent', 'parent'],
  ['Attribute 1 name', 'option1Name'],
  ['Attribute 1 value(s)', 'option1Value'],
  ['Attribute 2 name', 'option2Name'],
  ['Attribute 2 value(s)', 'option2Value'],
  ['Attribute 3 name', 'option3Name'],
  ['Attribute 3 value(s)', 'option3Value'],
]

const PASSED_OVER = new Set([
  ...[
    'is featured?',
    'visibility in catalog',
    'date sale price starts',
    'date sale price ends',
    'tax status',
    'tax class',
  ],
  ...[
    'in stock?',
    'low stock amount',
    'sold individually?',
    'allow customer reviews?',
    'purchase note',
    'shipping class',
  ],
  ...[
    'download limit',
    'download expiry days',
    'grouped products',
    'upsells',
    'cross-sells',
    'external url',
    'button text',
  ],
  ...['position', 'swatches attributes'],
])
const BEGINNINGS = ['meta: ', 'download ', 'length (', 'width (', 'height (']
const ATTRIBUTE = /^attribute \d+ (?:visible|global|default)$/
const WEIGHT = /^weight \((kg|g|lbs?|oz)\)$/

const byName = new Map<string, Field>(COLUMNS.map(([name, field]) => [name.toLowerCase(), field]))

function meaningOf(heading: string): Meaning {
  const isKnown =
    PASSED_OVER.has(heading) || ATTRIBUTE.test(heading) || BEGINNINGS.some((one) => heading.startsWith(one))
  return byName.get(heading) ?? (WEIGHT.test(heading) ? 'weight' : isKnown ? 'passed_over' : undefined)
}

const OPTIONS = [1, 2, 3] as const
const said = (row: FieldRow, field: Field) => (row.cells.get(field) ?? '').trim()

/**
 * A variable product stands in one row and its variations, which name it by SKU or as `id:12`, in rows of their own anywhere
 * in the file. A product's address is made of its name. Products that only list others, or are sold elsewhere, are left out.
 */
function arrange(rows: readonly FieldRow[], { log }: { readonly log: Log }): FieldRow[] {
  const variations = new Map<string, FieldRow[]>()
  for (const row of rows.filter(isVariation)) {
    const of = said(row, 'parent')
    variations.set(of, [...(variations.get(of) ?? []), row])
  }
  const handles = new Map<string, number>()
  const arranged = rows
    .filter((row) => !isVariation(row))
    .flatMap((row) => {
      const kind = said(row, 'rowKind').toLowerCase()
      if (/grouped|external/.test(kind)) {
        log.warned.push({ ...placeOf(row), code: 'row_left_out', column: 'Type', value: said(row, 'name') })
        return []
      }
      const handle = freeHandle(slugify(said(row, 'name')) || slugify(said(row, 'sku')), handles)
      const parents = [said(row, 'sku'), `id:${said(row, 'rowId')}`].filter((name) => name !== '')
      const own = parents.flatMap((name) => take(variations, name))
      return kind.includes('variable') ? variable(row, own, handle) : [simple(row, handle)]
    })
  for (const lost of [...variations.values()].flat()) log.refused.push(orphan(lost))
  return arranged
}

const isVariation = (row: FieldRow) => said(row, 'rowKind').toLowerCase().includes('variation')
const placeOf = ({ row, line }: FieldRow) => ({ row, line })

function take(variations: Map<string, FieldRow[]>, name: string): FieldRow[] {
  const found = variations.get(name) ?? []
  variations.delete(name)
  return found
}

function freeHandle(handle: string, taken: Map<string, number>): string {
  const count = (taken.get(handle) ?? 0) + 1
  taken.set(handle, count)
  return count === 1 ? handle : `${handle}-${count}`
}

/** Attributes of what comes in one way only are facts, not something to choose. */
function simple(row: FieldRow, handle: string): FieldRow {
  return withCells(row, { handle, ...NO_OPTIONS, ...stateOf(row), ...shippingOf(row) })
}

const NO_OPTIONS = Object.fromEntries(
  OPTIONS.flatMap((number) => [
    [`option${number}Name`, ''],
    [`option${number}Value`, ''],
  ]),
) as Partial<Record<Field, string>>

function variable(parent: FieldRow, own: readonly FieldRow[], handle: string): FieldRow[] {
  // "Any size": what no variation chooses is nothing to choose here.
  const chosen = OPTIONS.filter((number) => own.some((row) => said(row, `option${number}Value`) !== ''))
  const options = (row: FieldRow, names: boolean) =>
    Object.fromEntries(
      OPTIONS.flatMap((number, at) => {
        const from = chosen[at]
        const of = (part: 'Name' | 'Value') => (from === undefined ? '' : said(row, `option${from}${part}`))
        return [
          [`option${number}Name`, names ? of('Name') : ''],
          [`option${number}Value`, names ? '' : of('Value')],
        ]
      }),
    ) as Partial<Record<Field, string>>
  const none = { sku: '', price: '', salePrice: '', quantity: '', weight: '', barcode: '' }
  const head = withCells(parent, { ...none, ...options(parent, true), handle, ...stateOf(parent) })
  return [head, ...own.map((row) => withCells(row, { ...PARENTS, ...options(row, false), handle, ...pictureOf(row) }))]
}

/** What a variation says of these is its product's, or nothing. */
const PARENTS = { name: '', description: '', categoryPath: '', tags: '', vendor: '', published: '' }

const pictureOf = (row: FieldRow) => ({ variantImage: said(row, 'image').split(/[,\n]/)[0]?.trim() ?? '', image: '' })

/** 1 in the shop, 0 private, -1 a draft. */
const stateOf = (row: FieldRow) => ({ published: said(row, 'published') === '1' ? 'true' : 'false' })

const shippingOf = (row: FieldRow): Partial<Record<Field, string>> =>
  /virtual|downloadable/.test(said(row, 'rowKind')) ? { requiresShipping: 'false' } : {}

function withCells(row: FieldRow, cells: Partial<Record<Field, string>>): FieldRow {
  const images = said(row, 'image').split(/,\s+/).join('\n')
  const more = { image: images, inventoryPolicy: said(row, 'inventoryPolicy') === '1' ? 'continue' : '', ...cells }
  return { ...row, cells: new Map([...row.cells, ...(Object.entries(more) as [Field, string][])]) }
}

function orphan(row: FieldRow): Log['refused'][number] {
  const params = { ...placeOf(row), column: 'Parent', value: said(row, 'parent') }
  return {
    ...placeOf(row),
    column: 'Parent',
    refusal: refusals.unknown_parent({ field: `${row.row}.Parent`, params }).refusal,
  }
}

export const woocommerce: Format = {
  key: 'woocommerce',
  marks: [
    ['type', 'name', 'regular price'],
    ['id', 'type', 'sku', 'name', 'parent'],
  ],
  meaningOf,
  names: {
    ...Object.fromEntries(COLUMNS.map(([name, field]) => [field, name])),
    description: 'Description',
    handle: 'Name',
  },
  required: ['name', 'price'],
  html: true,
  arrange,
}
