import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface CouponView {
  readonly code: string
  readonly mostUses: number | null
  readonly uses: number
}

/** A promotion's coupons in the order of their codes, after one of them. */
export async function listCoupons(
  reader: Pick<Database, 'rows'>,
  { promotionId, after, limit }: { promotionId: string; after: string | undefined; limit: number },
): Promise<CouponView[]> {
  const rows = await reader.rows(sql<{ code: string; most_uses: number | null; uses: number }>`
    SELECT code, most_uses, uses FROM pricing.coupon
    WHERE promotion_id = ${promotionId} AND code > ${after ?? ''} ORDER BY code LIMIT ${limit}`)
  return rows.map(({ code, most_uses, uses }) => ({ code, mostUses: most_uses, uses }))
}
