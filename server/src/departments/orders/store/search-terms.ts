import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { SearchTermKind } from '../domain/search-term.ts'

export interface SearchTerm {
  readonly orderId: string
  readonly kind: SearchTermKind
  readonly term: string
}

export function insertSearchTerm(ctx: Context, { orderId, kind, term }: SearchTerm): void {
  ctx.tx.later(sql`
    INSERT INTO orders.search_term (order_id, kind, term, at) VALUES (${orderId}, ${kind}, ${term}, ${ctx.now})
    ON CONFLICT DO NOTHING`)
}

export function deleteSearchTerm(ctx: Context, { orderId, kind, term }: SearchTerm): void {
  ctx.tx.later(sql`
    DELETE FROM orders.search_term WHERE order_id = ${orderId} AND kind = ${kind} AND term = ${term}`)
}
