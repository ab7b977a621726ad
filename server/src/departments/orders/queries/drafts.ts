import type { Scope } from '../../../host/actor.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PlaceOf } from '../../../host/http/route.ts'
import { defineList } from '../../../host/lists/define-list.ts'
import { readPage } from '../../../host/lists/read-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { MoneyJson } from '../../../kernel/money.ts'
import type { Draft } from '../domain/draft.ts'
import { refusals } from '../domain/refusals.ts'

type Reader = Pick<Database, 'rows'>

export async function getDraft(reader: Reader, id: string): Promise<Result<Draft>> {
  if (!isUuid(id)) return refusals.draft_not_found()
  const [draft] = await reader.rows(sql<Draft>`
    SELECT id, basket_id AS "basketId", customer_id AS "customerId", market_code AS market, email, address, billing,
      payment_method AS "paymentMethod", note, price_note AS "priceNote", made_by AS "madeBy", created_at AS "createdAt",
      updated_at AS "updatedAt", version, order_id AS "orderId"
    FROM orders.draft WHERE id = ${id}`)
  return draft ? ok(draft) : refusals.draft_not_found()
}

/** Whether staff took this order for its buyer, who has not pressed the button of the law yet. */
export async function wasTaken(reader: Reader, orderId: string): Promise<boolean> {
  return (await reader.rows(sql`SELECT 1 FROM orders.draft WHERE order_id = ${orderId}`)).length > 0
}

/** In which market it is: rows of people whose work is narrowed. */
export const draftPlace: PlaceOf = async (reader, { id }) =>
  reader.row(sql<{ market: string }>`SELECT market_code AS market FROM orders.draft WHERE id = ${id}`)

/** Whether there is such a draft, or was one that became an order. */
export async function draftExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM orders.draft WHERE id = ${id}`)) !== undefined
}

/** What people call it, by its id: whom it is for; empty as long as nobody is said. */
export async function draftTitles(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, coalesce(nullif(name, ''), email) AS title FROM orders.draft WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export interface ListedDraft {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly state: 'open' | 'ordered'
  readonly market: string
  readonly itemCount: number
  readonly total: MoneyJson | null
  readonly setAsideUntil: string | null
  readonly madeBy: string
  readonly orderId: string | null
  readonly updatedAt: string
}

type DraftRow = Omit<ListedDraft, 'updatedAt' | 'madeBy' | 'total' | 'setAsideUntil'> & {
  readonly total: bigint | null
  readonly currency: string | null
  readonly ends_at: Date | null
  readonly updated_at: Date
  readonly made_by: string | null
}

/** Orders that staff began for somebody, the latest touched first. */
export const draftsList = defineList<DraftRow, ListedDraft>({
  name: 'drafts',
  namespace: 'orders',
  columns: {
    updatedAt: { type: 'instant', sql: 'd.updated_at', sort: true },
    name: { type: 'text' },
    email: { type: 'text' },
    state: { type: 'enum', sql: 'd.state', values: ['open', 'ordered'], filter: ['is'] },
    market: { type: 'text' },
    itemCount: { type: 'integer' },
    total: { type: 'money', nullable: true },
    setAsideUntil: { type: 'instant', nullable: true },
    madeBy: { type: 'text' },
    orderId: { type: 'id', shown: false },
  },
  from: 'FROM orders.draft d',
  as: 'd',
  select: `d.id, d.name, d.email, d.state, d.market_code AS market, d.item_count AS "itemCount", d.order_id AS "orderId", d.updated_at,
    d.made_by, d.total, d.currency, h.ends_at`,
  details: 'LEFT JOIN orders.draft_hold h ON h.draft_id = d.id',
  search: { ways: [(words) => containing("lower(d.name || ' ' || d.email)", words)] },
  keys: [{ sql: 'd.id', type: 'id' }],
  defaultSort: '-updatedAt',
  scope: { market: 'd.market_code' },
  present: ({ updated_at, made_by, total, currency, ends_at, ...row }) => ({
    ...row,
    total: total === null || currency === null ? null : { amount: Number(total), currency },
    setAsideUntil: ends_at?.toISOString() ?? null,
    madeBy: made_by ?? '',
    updatedAt: updated_at.toISOString(),
  }),
})

/** Drafts by the name or the e-mail of whom they are for, the latest touched first. */
export async function searchDrafts(
  reader: Reader,
  { typed, limit, scope }: { typed: string; limit: number; scope?: Scope | undefined },
): Promise<readonly ListedDraft[]> {
  const page = await readPage(reader, draftsList, { locale: 'en', now: new Date(0), search: typed, limit, scope })
  return page.ok ? page.value.items.filter(({ state }) => state === 'open') : []
}
