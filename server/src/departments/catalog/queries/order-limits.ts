import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { NO_LIMIT, type OrderLimit } from '../domain/order-limit.ts'
import { refusals } from '../domain/refusals.ts'

/** Undefined where any number can be ordered. */
export async function findOrderLimit(
  reader: Pick<Database, 'row'>,
  productId: string,
): Promise<OrderLimit | undefined> {
  return reader.row(sql<OrderLimit>`SELECT least, most, step FROM catalog.order_limit WHERE product_id = ${productId}`)
}

export interface OrderLimitView extends OrderLimit {
  /** Of the product. */
  readonly version: number
}

export async function viewOrderLimit(
  reader: Pick<Database, 'row'>,
  productId: string,
): Promise<Result<OrderLimitView>> {
  const row = await reader.row(sql<{ version: number; least: number | null; most: number | null; step: number | null }>`
    SELECT p.version, l.least, l.most, l.step FROM catalog.product p
    LEFT JOIN catalog.order_limit l ON l.product_id = p.id WHERE p.id = ${productId}`)
  if (!row) return refusals.product_not_found()
  const { version, least, most, step } = row
  return ok({ version, least: least ?? NO_LIMIT.least, most, step: step ?? NO_LIMIT.step })
}
