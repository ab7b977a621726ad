import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Texts } from '../domain/product.ts'
import { shelfRefusals } from '../domain/shelf-refusals.ts'
import { collectionColumns, type CollectionRow } from '../store/collections.ts'
import { pageWords, type ShopPageWords } from './shop-pages.ts'

type Reader = Pick<Database, 'row' | 'rows'>

/** Of those whose members follow from a rule or from picks: all, or one. */
export function listCollectionsToKeep(reader: Pick<Reader, 'rows'>, id: string | undefined): Promise<CollectionRow[]> {
  return reader.rows(sql<CollectionRow>`
    SELECT ${collectionColumns} FROM catalog.collection c WHERE ${id ?? null}::uuid IS NULL OR c.id = ${id ?? null}::uuid
    ORDER BY c.id`)
}

export async function getCollection(reader: Pick<Reader, 'row'>, id: string): Promise<Result<CollectionRow>> {
  const row = await reader.row(sql<CollectionRow>`
    SELECT ${collectionColumns} FROM catalog.collection c WHERE c.id = ${id}::uuid`)
  return row ? ok(row) : shelfRefusals.collection_not_found()
}

export interface ShownProduct {
  readonly id: string
  readonly handle: string
  readonly names: Texts
  readonly vendor: string
  readonly imageFileId: string | null
  readonly state: string
}

/** In the order of the ids; those that are not there are left out. */
export async function productsToShow(reader: Pick<Reader, 'rows'>, ids: readonly string[]): Promise<ShownProduct[]> {
  return reader.rows(sql<ShownProduct>`
    SELECT p.id, p.handle, p.names, p.vendor, p.cover_file_id AS "imageFileId", p.state
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS wanted(id, place) JOIN catalog.product p ON p.id = wanted.id
    ORDER BY wanted.place`)
}

export interface ShopCollection {
  readonly id: string
  readonly handle: string
  readonly names: Texts
  readonly words: ShopPageWords
}

/** Not where it is hidden or its time is not now. */
export async function findShopCollection(
  reader: Pick<Reader, 'row'>,
  handle: string,
  { locale, now }: { readonly locale: string; readonly now: Date },
): Promise<ShopCollection | undefined> {
  const row = await reader.row(sql<CollectionRow>`
    SELECT ${collectionColumns} FROM catalog.collection c
    WHERE c.handle = ${handle} AND NOT c.hidden AND coalesce(c.begins_at, '-infinity') <= ${now}
      AND coalesce(c.ends_at, 'infinity') > ${now}`)
  return row && { id: row.id, handle: row.handle, names: row.names, words: pageWords(row, locale) }
}

export interface ShopCollectionCard {
  readonly handle: string
  readonly names: Texts
  readonly imageFileId: string | null
}

/** What the shop's first page shows of them, the last changed first. */
export function listShopCollections(
  reader: Pick<Reader, 'rows'>,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<ShopCollectionCard[]> {
  return reader.rows(sql<ShopCollectionCard>`
    SELECT c.handle, c.names, coalesce(c.image_file_id, (SELECT p.cover_file_id FROM catalog.collection_member m
      JOIN catalog.product p ON p.id = m.product_id WHERE m.collection_id = c.id AND p.cover_file_id IS NOT NULL
      ORDER BY m.position LIMIT 1)) AS "imageFileId"
    FROM catalog.collection c
    WHERE NOT c.hidden AND c.members > 0 AND coalesce(c.begins_at, '-infinity') <= ${now}
      AND coalesce(c.ends_at, 'infinity') > ${now}
    ORDER BY c.created_at DESC, c.id LIMIT ${limit}`)
}

export async function collectionExists(reader: Pick<Reader, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM catalog.collection WHERE id = ${id}`)) !== undefined
}

export async function collectionTitles(
  reader: Pick<Reader, 'rows'>,
  ids: readonly string[],
  locale: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; name: string }>`
    SELECT id, coalesce(names ->> ${locale}, names ->> 'en') AS name FROM catalog.collection WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** All of them: what a file or the demo compares its own with. */
export async function listCollectionHandles(reader: Pick<Reader, 'rows'>): Promise<string[]> {
  const rows = await reader.rows(sql<{ handle: string }>`SELECT c.handle FROM catalog.collection c ORDER BY c.handle`)
  return rows.map(({ handle }) => handle)
}
