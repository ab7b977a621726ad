import { fragment } from '../../../host/database/sql.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { defineList, EVERY_ROW } from '../../../host/lists/define-list.ts'
import { PRODUCT_KINDS, type ProductKind } from '../domain/kinds/product-kind.ts'
import type { ProductState, Texts } from '../domain/product.ts'
import { inLanguage } from './localised.ts'
import { inCategories, likeness, nameOrder, ofBrands } from './product-conditions.ts'
import { searchWords } from './search-words.ts'
import { wordsFound, wordsMeant } from './words-found.ts'

export interface ProductLine {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly vendor: string
  readonly categoryHandle: string | null
  readonly categoryName: string | null
  readonly state: ProductState
  readonly kind: ProductKind
  readonly imageFileId: string | null
  readonly variantCount: number
  readonly completeness: number | null
  readonly family: string | null
  readonly familyName: string | null
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
}

interface ProductLineRow {
  readonly id: string
  readonly handle: string
  readonly names: Texts
  readonly vendor: string
  readonly category_handle: string | null
  readonly category_names: Texts | null
  readonly state: ProductState
  readonly kind: ProductKind
  readonly cover_file_id: string | null
  readonly variant_count: number
  readonly completeness: number | null
  readonly family_code: string | null
  readonly family_names: Texts | null
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
}

/** Products, drafts among them, the last changed first; a search finds names, vendors, SKUs and GTINs, the best first. */
export const productsList = defineList<ProductLineRow, ProductLine>({
  name: 'products',
  namespace: 'catalog',
  columns: {
    name: { type: 'text', sql: nameOrder, sort: true },
    handle: { type: 'text', sql: 'p.handle', filter: ['is'] },
    vendor: {
      type: 'text',
      sql: 'lower(p.vendor)',
      sort: true,
      filter: ['is'],
      along: true,
      where: ofBrands,
    },
    categoryName: { type: 'text', nullable: true },
    category: { type: 'text', filter: ['is'], where: inCategories, shown: false },
    state: { type: 'enum', sql: 'p.state', values: ['draft', 'published'], filter: ['is', 'not'], along: true },
    kind: { type: 'enum', sql: 'p.kind', values: PRODUCT_KINDS, filter: ['is', 'not'] },
    tag: { type: 'text', filter: ['is'], where: (tags) => fragment`p.tags && ${tags}::text[]`, shown: false },
    variantCount: { type: 'integer' },
    completeness: {
      type: 'integer',
      sql: 'p.completeness',
      filter: ['is', 'from', 'to'],
      sort: true,
      nullable: true,
    },
    familyName: { type: 'text', nullable: true },
    family: { type: 'text', sql: 'p.family_code', filter: ['is', 'empty'], along: true, nullable: true, shown: false },
    createdAt: { type: 'instant', sql: 'p.created_at', filter: ['from', 'to', 'last'], sort: true },
    updatedAt: { type: 'instant', sql: 'p.updated_at', filter: ['from', 'to', 'last'], sort: true },
  },
  from: 'FROM catalog.product p',
  as: 'p',
  select: `p.id, p.handle, p.names, p.vendor, c.handle AS category_handle, c.names AS category_names, p.state, p.kind,
    f.names AS family_names, p.family_code, p.completeness, p.cover_file_id, p.version, p.created_at, p.updated_at,
    (SELECT count(*)::int FROM catalog.variant v WHERE v.product_id = p.id AND v.retired_at IS NULL) AS variant_count`,
  details: 'LEFT JOIN catalog.category c ON c.id = p.category_id LEFT JOIN catalog.family f ON f.code = p.family_code',
  keys: [{ sql: 'p.id', type: 'id' }],
  defaultSort: '-updatedAt',
  scope: { market: EVERY_ROW, location: EVERY_ROW },
  sorts: { updated: '-updatedAt', newest: '-createdAt' },
  search: {
    ways: [
      (typed, _, reader) => {
        const words = searchWords(typed)
        return words === '' ? undefined : wordsFound(reader, words)
      },
      (typed, _, reader) => {
        const words = searchWords(typed)
        return words === '' ? undefined : wordsMeant(reader, words)
      },
      (typed) => (searchWords(typed) === '' ? undefined : fragment`lower(${typed}) <% p.search_text`),
    ],
    rank: (typed) => likeness(typed, searchWords(typed)),
  },
  shorthands: { state: { column: 'state' }, category: { column: 'category' } },
  present: toLine,
})

function toLine(row: ProductLineRow, locale: Locale): ProductLine {
  return {
    id: row.id,
    handle: row.handle,
    name: inLanguage(row.names, locale),
    vendor: row.vendor,
    categoryHandle: row.category_handle,
    categoryName: row.category_names && inLanguage(row.category_names, locale),
    state: row.state,
    kind: row.kind,
    imageFileId: row.cover_file_id,
    variantCount: row.variant_count,
    completeness: row.completeness,
    family: row.family_code,
    familyName: row.family_names && inLanguage(row.family_names, locale),
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}
