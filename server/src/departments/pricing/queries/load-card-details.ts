import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { ContentOfPiece } from '../../catalog/index.ts'

/** What a card shows beside price and stock. */
export interface CardDetail {
  /** Where its picture is cropped around, in per cent; absent for the middle. */
  readonly focal?: { readonly x: number; readonly y: number }
  /** In one piece of the variant whose price the card shows. */
  readonly content?: ContentOfPiece
}

interface DetailRow {
  readonly id: string
  readonly content: ContentOfPiece | null
  readonly focal_x: number | null
  readonly focal_y: number | null
}

/** By the variant whose price a card shows; those of which there is nothing to say are absent. */
export async function loadCardDetails(
  reader: Pick<Database, 'rows'>,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, CardDetail>> {
  if (variantIds.length === 0) return new Map()
  const rows = await reader.rows(sql<DetailRow>`
    SELECT d.variant_uuid::text AS id, d.content, d.focal_x, d.focal_y FROM catalog.pub_card_detail d
    WHERE d.variant_uuid = ANY(${variantIds}::uuid[]) AND (d.content IS NOT NULL OR d.focal_x IS NOT NULL)`)
  return new Map(
    rows.map(({ id, content, focal_x: x, focal_y: y }) => [
      id,
      { ...(x !== null && y !== null && { focal: { x, y } }), ...(content && { content }) },
    ]),
  )
}
