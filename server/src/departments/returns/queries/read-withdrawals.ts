import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PlaceOf } from '../../../host/http/route.ts'
import type { RelatedSource } from '../../../host/records/related.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Exemption, Refund, WithdrawalFact } from '../domain/refund.ts'
import type { WithdrawalState } from '../domain/statement.ts'

type Reader = Pick<Database, 'rows'>

export interface Withdrawal {
  readonly id: string
  readonly number: string
  readonly market: string
  readonly locale: string
  readonly name: string
  readonly email: string
  readonly orderTyped: string
  readonly orderId: string | null
  readonly goods: string
  readonly state: WithdrawalState
  readonly receivedAt: Date
  readonly refundBy: LocalDate
  readonly todoId: string | null
  readonly decisions: readonly {
    readonly id: string
    readonly decision: WithdrawalState
    readonly note: string
    readonly at: string
    readonly terms: DecisionTerms
  }[]
  readonly facts: readonly { readonly fact: WithdrawalFact; readonly on: LocalDate }[]
}

/** What of a decision programs read. Amounts in whole minor units of `currency`. */
export interface DecisionTerms {
  readonly currency?: string
  /** Of an acceptance: what has no such right, and why. */
  readonly exempt?: readonly { readonly position: number; readonly name: string; readonly reason: Exemption }[]
  /** By when goods are sent back; nothing where none are. */
  readonly sendBackBy?: LocalDate
  readonly refund?: Refund & { readonly total: number }
}

export async function findWithdrawal(reader: Reader, id: string): Promise<Withdrawal | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await reader.rows(sql<Withdrawal>`
    SELECT w.id, w.number::text AS number, w.market_code AS market, w.locale, w.name, w.email, w.order_typed AS "orderTyped",
      w.order_id AS "orderId", w.goods, w.state, w.received_at AS "receivedAt", w.refund_by AS "refundBy", w.todo_id AS "todoId",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('fact', f.fact, 'on', f.on_day) ORDER BY f.on_day), '[]')
        FROM returns.withdrawal_fact f WHERE f.withdrawal_id = w.id) AS facts,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'decision', d.decision, 'note', d.note, 'terms', d.terms,
        'at', to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY d.at, d.id), '[]')
        FROM returns.withdrawal_decision d WHERE d.withdrawal_id = w.id) AS decisions
    FROM returns.withdrawal w WHERE w.id = ${id}`)
  return row
}

/** What a form that was sent before became. */
export async function findIdOfForm(reader: Reader, formKey: string): Promise<string | undefined> {
  const [row] = await reader.rows(sql<{ id: string }>`SELECT id FROM returns.withdrawal WHERE form_key = ${formKey}`)
  return row?.id
}

/** The order of a number, whoever bought it. */
export async function findOrderNumbered(reader: Reader, number: string): Promise<string | undefined> {
  const [row] = await reader.rows(sql<{ id: string }>`SELECT id FROM orders.pub_order WHERE number = ${BigInt(number)}`)
  return row?.id
}

/** In whose days a market counts. */
export async function zoneOfMarket(reader: Reader, market: string): Promise<string> {
  const [row] = await reader.rows(sql<{ zone: string }>`
    SELECT time_zone AS zone FROM organisation.pub_market WHERE code = ${market}`)
  return row?.zone ?? 'UTC'
}

export const withdrawalPlace: PlaceOf = async (reader, { id }) =>
  reader.row(sql<{ market: string }>`SELECT market_code AS market FROM returns.withdrawal WHERE id = ${id}`)

export async function withdrawalExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return isUuid(id) && (await reader.row(sql`SELECT 1 FROM returns.withdrawal WHERE id = ${id}`)) !== undefined
}

export async function withdrawalTitles(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, 'W-' || number AS title FROM returns.withdrawal WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** What was withdrawn from an order. */
export const withdrawalsOfOrder: RelatedSource = {
  name: 'withdrawals',
  permission: 'returns:read',
  find: async (reader, { id }) =>
    (
      await reader.rows(sql<{ id: string }>`
        SELECT id FROM returns.withdrawal WHERE order_id = ${id} ORDER BY received_at DESC LIMIT 20`)
    ).map((row) => ({ type: 'withdrawal', id: row.id })),
}
