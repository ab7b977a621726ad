import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { OrderState } from '../domain/order.ts'

export interface OwnOrder {
  readonly id: string
  readonly number: string
  readonly state: OrderState
  readonly placedAt: Date
  readonly total: Money
}

const MOST = 100

/** What somebody bought, signed in or before they had an account, the newest first (sales_order_by_customer). */
export async function listOrdersOfCustomer(reader: Pick<Database, 'rows'>, customerId: string): Promise<OwnOrder[]> {
  const rows = await reader.rows(sql<
    Omit<OwnOrder, 'total'> & { readonly minorUnits: bigint; readonly currency: CurrencyCode }
  >`
    SELECT id, number::text AS number, state, placed_at AS "placedAt", total AS "minorUnits", currency FROM orders.sales_order
    WHERE customer_id = ${customerId} ORDER BY placed_at DESC, id DESC LIMIT ${MOST}`)
  return rows.map(({ minorUnits, currency, ...order }) => ({ ...order, total: money(minorUnits, currency) }))
}
