import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { BasketBundle, BasketLine } from '../domain/basket.ts'
import { refusals } from '../domain/refusals.ts'

export interface BasketShare {
  readonly id: string
  readonly lines: readonly BasketLine[]
  readonly bundles: readonly BasketBundle[]
  readonly expiresAt: Date
}

/** What a link opens; after its last day, and for what nobody signed, there is nothing. */
export async function getShare(
  reader: Pick<Database, 'rows'>,
  id: string | undefined,
  now: Date,
): Promise<Result<BasketShare>> {
  if (id === undefined || !isUuid(id)) return refusals.share_not_valid()
  const [share] = await reader.rows(sql<BasketShare>`
    SELECT id, lines, bundles, expires_at AS "expiresAt" FROM orders.basket_share WHERE id = ${id} AND expires_at > ${now}`)
  return share ? ok(share) : refusals.share_not_valid()
}
