import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Brand } from '../domain/brand.ts'
import { shelfRefusals } from '../domain/shelf-refusals.ts'
import { brandColumns } from '../store/brands.ts'
import { pageWords, type ShopPageWords } from './shop-pages.ts'

type Reader = Pick<Database, 'row' | 'rows'>

const MOST = 5_000

/** All of them, by name: what forms choose among, and what the demo compares its own with. */
export async function listBrandNames(reader: Pick<Reader, 'rows'>): Promise<string[]> {
  const rows = await reader.rows(sql<{ name: string }>`
    SELECT b.name FROM catalog.brand b ORDER BY lower(b.name), b.id LIMIT ${MOST}`)
  return rows.map(({ name }) => name)
}

export interface UnknownBrand {
  readonly name: string
  readonly products: number
}

/** What products say that is no brand yet, the most frequent first. */
export function listUnknownBrands(reader: Pick<Reader, 'rows'>): Promise<UnknownBrand[]> {
  return reader.rows(sql<UnknownBrand>`
    SELECT min(p.vendor) AS name, count(*)::int AS products FROM catalog.product p
    WHERE p.vendor <> '' AND NOT EXISTS (SELECT 1 FROM catalog.brand b WHERE lower(b.name) = lower(p.vendor))
    GROUP BY lower(p.vendor) ORDER BY count(*) DESC, lower(p.vendor) LIMIT 100`)
}

export async function getBrand(reader: Pick<Reader, 'row'>, id: string): Promise<Result<Brand>> {
  const row = await reader.row(sql<Brand>`SELECT ${brandColumns} FROM catalog.brand b WHERE b.id = ${id}::uuid`)
  return row ? ok(row) : shelfRefusals.brand_not_found()
}

export interface ShopBrand {
  readonly handle: string
  readonly name: string
  readonly words: ShopPageWords
}

export async function findShopBrand(
  reader: Pick<Reader, 'row'>,
  handle: string,
  locale: string,
): Promise<ShopBrand | undefined> {
  const row = await reader.row(sql<Brand>`
    SELECT ${brandColumns} FROM catalog.brand b WHERE b.handle = ${handle} AND NOT b.hidden`)
  return row && { handle: row.handle, name: row.name, words: pageWords(row, locale) }
}

/** Of products that say a brand by its name, whatever the case. */
export function listProductsOfBrand(
  reader: Pick<Reader, 'rows'>,
  name: string,
  limit: number,
): Promise<{ id: string }[]> {
  return reader.rows(sql<{ id: string }>`
    SELECT p.id FROM catalog.product p WHERE lower(p.vendor) = lower(${name}) ORDER BY p.id LIMIT ${limit}`)
}

export async function brandExists(reader: Pick<Reader, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM catalog.brand WHERE id = ${id}`)) !== undefined
}

export async function brandTitles(
  reader: Pick<Reader, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; name: string }>`
    SELECT id, name FROM catalog.brand WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
