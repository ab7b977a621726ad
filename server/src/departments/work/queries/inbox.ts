import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'
import type { Names } from '../domain/names.ts'
import type { ToldKind } from '../domain/told.ts'
import type { Priority, TodoState } from '../domain/todo.ts'

export const INBOX_VIEWS = ['open', 'unread', 'due', 'snoozed', 'done'] as const
export type InboxView = (typeof INBOX_VIEWS)[number]

export interface InboxRow {
  readonly id: string
  readonly recipient: string
  readonly kind: ToldKind
  readonly ref_type: string
  readonly ref_id: string
  readonly record_type: string | null
  readonly record_id: string | null
  readonly title_key: string
  readonly title_params: Readonly<Record<string, string | number>>
  readonly path: string
  readonly at: Date
  readonly due_at: Date | null
  readonly closed_at: Date | null
  readonly closed_by: string | null
  readonly seen: boolean
  readonly snoozed_until: Date | null
  readonly priority: Priority | null
  readonly todo_state: TodoState | null
  readonly assignee_names: Names | null
  readonly sort_text: string
}

export interface InboxQuery {
  readonly staffId: string
  /** Under which somebody is told: themselves, their units, their roles, what they may do. */
  readonly addresses: readonly string[]
  /** Their work reaches some markets or locations alone: what roles may approve is not told to them, it may lie anywhere. */
  readonly narrowed: boolean
  readonly view: InboxView
  readonly kind: ToldKind | undefined
  readonly now: Date
  readonly after: { readonly at: string; readonly id: string } | undefined
  readonly limit: number
}

/**
 * One page of an inbox. Each of the few addresses is read along its own index, as far as a page reaches, and those pages are
 * merged: a role's thousands of items cost whoever holds it no more than a page. One read over all addresses together would sort
 * all of them.
 */
export function readInbox(reader: Pick<Database, 'rows'>, query: InboxQuery): Promise<InboxRow[]> {
  const { by, descending } = orders[query.view]
  const direction = descending ? fragment`DESC` : fragment`ASC`
  const source = query.view === 'snoozed' ? snoozedItems(query) : itemsOfAddresses(query)
  return reader.rows(sql<InboxRow>`
    SELECT i.id, i.recipient, i.kind, i.ref_type, i.ref_id, i.record_type, i.record_id, i.title_key, i.title_params, i.path, i.at,
      i.due_at, i.closed_at, i.closed_by, m.seen_at IS NOT NULL AS seen, m.snoozed_until, t.priority, t.state AS todo_state,
      t.assignee_names, (${by})::text AS sort_text
    FROM (${source}) i
    LEFT JOIN work.inbox_mark m ON m.item_id = i.id AND m.staff_id = ${query.staffId}
    LEFT JOIN work.todo t ON t.id = CASE WHEN i.ref_type = 'todo' THEN i.ref_id::uuid END
    ORDER BY ${by} ${direction}, i.id ${direction} LIMIT ${query.limit + 1}`)
}

const orders: Readonly<Record<InboxView, { readonly by: Fragment; readonly descending: boolean }>> = {
  open: { by: fragment`i.at`, descending: true },
  unread: { by: fragment`i.at`, descending: true },
  due: { by: fragment`i.due_at`, descending: false },
  snoozed: { by: fragment`i.at`, descending: true },
  done: { by: fragment`i.closed_at`, descending: true },
}

function itemsOfAddresses({ view, addresses, kind, after, limit, staffId, now, narrowed }: InboxQuery): Fragment {
  const { by, descending } = orders[view]
  const direction = descending ? fragment`DESC` : fragment`ASC`
  const sign = descending ? fragment`<` : fragment`>`
  const behind = after ? fragment`(${by}, i.id) ${sign} (${after.at}::timestamptz, ${after.id}::uuid)` : fragment`true`
  const ofKind = kind === undefined ? fragment`true` : fragment`i.kind = ${kind}`
  return fragment`
    SELECT i.* FROM unnest(${addresses}::text[]) AS address (recipient) CROSS JOIN LATERAL (
      SELECT i.* FROM work.inbox_item i
      WHERE i.recipient = address.recipient AND ${conditionOf(view)} AND ${ofKind} AND ${heardBy(narrowed)} AND ${behind}
        AND ${view === 'done' ? fragment`true` : notMarked(view, staffId, now)}
      ORDER BY ${by} ${direction}, i.id ${direction} LIMIT ${limit + 1}) i`
}

const heardBy = (narrowed: boolean): Fragment =>
  narrowed ? fragment`(i.kind <> 'approval' OR i.recipient LIKE 'staff:%')` : fragment`true`

function conditionOf(view: InboxView): Fragment {
  if (view === 'done') return fragment`i.closed_at IS NOT NULL`
  return view === 'due' ? fragment`i.closed_at IS NULL AND i.due_at IS NOT NULL` : fragment`i.closed_at IS NULL`
}

function notMarked(view: InboxView, staffId: string, now: Date): Fragment {
  const seen = view === 'unread' ? fragment`OR m.seen_at IS NOT NULL` : fragment``
  return fragment`NOT EXISTS (
    SELECT 1 FROM work.inbox_mark m WHERE m.item_id = i.id AND m.staff_id = ${staffId} AND (m.snoozed_until > ${now} ${seen}))`
}

/** What one has put off is little: read from the marks, each item by its id (a subquery with OFFSET is planned by itself). */
function snoozedItems({ staffId, now, addresses, kind, after, narrowed }: InboxQuery): Fragment {
  return fragment`
    SELECT i.* FROM work.inbox_mark s
    CROSS JOIN LATERAL (SELECT * FROM work.inbox_item WHERE id = s.item_id OFFSET 0) i
    WHERE s.staff_id = ${staffId} AND s.snoozed_until > ${now} AND i.closed_at IS NULL AND i.recipient = ANY(${addresses}::text[])
      AND ${heardBy(narrowed)} AND ${kind === undefined ? fragment`true` : fragment`i.kind = ${kind}`}
      AND ${after ? fragment`(i.at, i.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : fragment`true`}`
}

/** Beyond this a badge says no more than "many". */
export const COUNT_CAP = 99

export interface InboxCount {
  readonly unread: number
  readonly dueToday: number
  readonly overdue: number
}

export interface CountQuery {
  readonly staffId: string
  readonly addresses: readonly string[]
  readonly narrowed: boolean
  readonly now: Date
  readonly endOfDay: Date
}

/** Each up to one more than the cap. */
export async function countInbox(reader: Pick<Database, 'row'>, query: CountQuery): Promise<InboxCount> {
  const { staffId, addresses, now, endOfDay } = query
  const heard = heardBy(query.narrowed)
  const most = COUNT_CAP + 1
  const marked = (view: InboxView) => notMarked(view, staffId, now)
  const row = await reader.row(sql<InboxCount>`
    SELECT
      (SELECT count(*)::int FROM (SELECT 1 FROM unnest(${addresses}::text[]) AS address (recipient) CROSS JOIN LATERAL (
        SELECT 1 FROM work.inbox_item i WHERE i.recipient = address.recipient AND i.closed_at IS NULL AND ${heard} AND ${marked('unread')}
        ORDER BY i.at DESC, i.id DESC LIMIT ${most}) i LIMIT ${most}) c) AS unread,
      (SELECT count(*)::int FROM (SELECT 1 FROM unnest(${addresses}::text[]) AS address (recipient) CROSS JOIN LATERAL (
        SELECT 1 FROM work.inbox_item i WHERE i.recipient = address.recipient AND i.closed_at IS NULL AND i.due_at IS NOT NULL
          AND i.due_at >= ${now} AND i.due_at < ${endOfDay} AND ${heard} AND ${marked('open')} ORDER BY i.due_at LIMIT ${most}) i
        LIMIT ${most}) c) AS "dueToday",
      (SELECT count(*)::int FROM (SELECT 1 FROM unnest(${addresses}::text[]) AS address (recipient) CROSS JOIN LATERAL (
        SELECT 1 FROM work.inbox_item i WHERE i.recipient = address.recipient AND i.closed_at IS NULL AND i.due_at IS NOT NULL
          AND i.due_at < ${now} AND ${heard} AND ${marked('open')} ORDER BY i.due_at LIMIT ${most}) i LIMIT ${most}) c) AS overdue`)
  return row ?? { unread: 0, dueToday: 0, overdue: 0 }
}

export const MENTION_MAILS = ['at_once', 'never'] as const
export type MentionMails = (typeof MENTION_MAILS)[number]

export async function readMentionChoice(reader: Pick<Database, 'row'>, staffId: string): Promise<MentionMails> {
  const row = await reader.row(sql<{ mentions: MentionMails }>`
    SELECT mentions FROM work.notice_choice WHERE staff_id = ${staffId}`)
  return row?.mentions ?? 'at_once'
}
