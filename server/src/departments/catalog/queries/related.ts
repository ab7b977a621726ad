import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Texts } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import { RELATED_KINDS, type RelatedKind, type Relation } from '../domain/related.ts'
import { shownHere, type ShopPlace } from './shown-here.ts'

type Reader = Pick<Database, 'row' | 'rows'>

/** What was said of the product itself, kind by kind, each in its order. */
export function loadRelations(reader: Pick<Reader, 'rows'>, productId: string): Promise<Relation[]> {
  return reader.rows(sql<Relation>`
    SELECT r.kind, r.related_id AS "productId", r.both_ways AS "bothWays" FROM catalog.related_product r
    WHERE r.product_id = ${productId}::uuid
    ORDER BY array_position(${[...RELATED_KINDS]}::text[], r.kind), r.position`)
}

interface RelatedRow {
  readonly kind: RelatedKind
  readonly id: string
  readonly names: Texts
  readonly vendor: string
  readonly imageFileId: string | null
  readonly state: string
  readonly bothWays: boolean
}

export interface RelatedView {
  readonly version: number
  readonly relations: readonly RelatedRow[]
  /** Said on the other's page, both ways. */
  readonly fromOthers: readonly RelatedRow[]
}

const MOST_FROM_OTHERS = 100

export async function readRelated(reader: Reader, productId: string): Promise<Result<RelatedView>> {
  const [product, relations, fromOthers] = await Promise.all([
    reader.row(sql<{ version: number }>`SELECT p.version FROM catalog.product p WHERE p.id = ${productId}::uuid`),
    reader.rows(sql<RelatedRow>`
      SELECT r.kind, p.id, p.names, p.vendor, p.cover_file_id AS "imageFileId", p.state, r.both_ways AS "bothWays"
      FROM catalog.related_product r JOIN catalog.product p ON p.id = r.related_id
      WHERE r.product_id = ${productId}::uuid
      ORDER BY array_position(${[...RELATED_KINDS]}::text[], r.kind), r.position`),
    reader.rows(sql<RelatedRow>`
      SELECT r.kind, p.id, p.names, p.vendor, p.cover_file_id AS "imageFileId", p.state, r.both_ways AS "bothWays"
      FROM catalog.related_product r JOIN catalog.product p ON p.id = r.product_id
      WHERE r.related_id = ${productId}::uuid AND r.both_ways
      ORDER BY r.product_id, array_position(${[...RELATED_KINDS]}::text[], r.kind) LIMIT ${MOST_FROM_OTHERS}`),
  ])
  return product ? ok({ version: product.version, relations, fromOthers }) : refusals.product_not_found()
}

/** What a shop's card says of a product before anybody priced it. */
export interface RelatedCard {
  readonly kind: RelatedKind
  readonly id: string
  readonly handle: string
  readonly names: Texts
  readonly imageFileId: string | null
}

/** So many that others say of one product are looked at: a bag that goes with everything has a page as fast as any. */
const CANDIDATES = 100

/**
 * What is shown in a place of what is related to a product: its own first, in their order, then what others say both ways.
 * A product that is said twice under one kind stands where it is said first.
 */
export async function listRelated(
  reader: Pick<Reader, 'rows'>,
  productId: string,
  place: ShopPlace,
): Promise<RelatedCard[]> {
  const rows = await reader.rows(sql<RelatedCard>`
    WITH said AS (
      SELECT r.kind, r.related_id AS id, 1 AS turn, r.position FROM catalog.related_product r
      WHERE r.product_id = ${productId}::uuid
      UNION ALL
      (SELECT r.kind, r.product_id, 2, r.position FROM catalog.related_product r
        WHERE r.related_id = ${productId}::uuid AND r.both_ways ORDER BY r.product_id LIMIT ${CANDIDATES}))
    SELECT said.kind, p.id, p.handle, p.names, p.cover_file_id AS "imageFileId"
    FROM said JOIN catalog.product p ON p.id = said.id
    WHERE p.state = 'published' AND ${shownHere(place, trusted('p.id'))}
    ORDER BY array_position(${[...RELATED_KINDS]}::text[], said.kind), said.turn, said.position, said.id`)
  return rows.filter((row, at) => rows.findIndex(({ id, kind }) => id === row.id && kind === row.kind) === at)
}
