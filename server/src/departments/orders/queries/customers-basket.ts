import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { JoinPolicy, LeftOut } from '../domain/join-baskets.ts'

/** The basket that a customer goes on with, on whichever device they are signed in; `ordered` until they begin the next one. */
export async function findCustomersBasket(
  reader: Pick<Database, 'row'>,
  customerId: string,
): Promise<{ readonly id: string; readonly ordered: boolean } | undefined> {
  return reader.row(sql<{ id: string; ordered: boolean }>`
    SELECT c.basket_id AS id, EXISTS (SELECT 1 FROM orders.sales_order o WHERE o.basket_id = c.basket_id) AS ordered
    FROM orders.customer_basket c WHERE c.customer_id = ${customerId} AND c.basket_id IS NOT NULL`)
}

export interface JoinTold {
  readonly policy: JoinPolicy
  readonly leftOut: readonly LeftOut[]
}

/** What came of a guest's basket that went into this one. */
export async function findJoin(
  reader: Pick<Database, 'rows'>,
  { into, from }: { readonly into: string; readonly from: string },
): Promise<JoinTold | undefined> {
  if (!isUuid(from)) return undefined
  const [row] = await reader.rows(sql<{ policy: JoinPolicy; left_out: readonly LeftOut[] }>`
    SELECT policy, left_out FROM orders.basket_join WHERE from_id = ${from} AND into_id = ${into}`)
  return row && { policy: row.policy, leftOut: row.left_out }
}
