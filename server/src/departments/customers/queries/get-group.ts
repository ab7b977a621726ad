import type { Database } from '../../../host/database/pool.ts'
import { fragment, joined, sql } from '../../../host/database/sql.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { GroupRule } from '../domain/group.ts'
import { refusals } from '../domain/refusals.ts'

interface GroupRow {
  readonly id: string
  readonly code: string
  readonly names: Record<string, string>
  readonly rule: GroupRule | null
  readonly version: number
  readonly members: number
}

export async function getGroup(reader: Pick<Database, 'row'>, id: string): Promise<Result<GroupRow>> {
  const row = await reader.row(sql<GroupRow>`
    SELECT id, code, names, rule, version,
      (SELECT count(*)::int FROM (SELECT 1 FROM customers.group_member WHERE group_id = ${id} LIMIT 10000) few) AS members
    FROM customers.customer_group WHERE id = ${id}`)
  return row ? ok(row) : refusals.group_not_found()
}

export async function groupExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return isUuid(id) && (await reader.row(sql`SELECT 1 FROM customers.customer_group WHERE id = ${id}`)) !== undefined
}

/** Id -> name in a language. */
export async function groupTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, coalesce(names ->> ${locale}, names ->> 'en', code) AS title FROM customers.customer_group
    WHERE id = ANY(${ids.filter(isUuid)}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export interface GroupChoice {
  readonly code: string
  readonly name: string
}

/** What price lists and promotions offer to choose from, by name. */
export async function listGroupChoices(reader: Pick<Database, 'rows'>, locale: Locale): Promise<GroupChoice[]> {
  return reader.rows(sql<GroupChoice>`
    SELECT code, coalesce(names ->> ${locale}, names ->> 'en', code) AS name FROM customers.customer_group
    ORDER BY 2, 1 LIMIT 500`)
}

export interface MemberView {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly byHand: boolean
  readonly since: Date
  /** With all its microseconds. */
  readonly sinceKey: string
}

/** Who came last first. */
export function listMembers(
  reader: Pick<Database, 'rows'>,
  wish: {
    readonly groupId: string
    readonly limit: number
    readonly search?: string | undefined
    readonly after?: readonly string[] | undefined
  },
): Promise<MemberView[]> {
  const conditions = [fragment`m.group_id = ${wish.groupId}::uuid`]
  const words = wish.search?.trim().toLowerCase() ?? ''
  if (words !== '') conditions.push(containing("lower(c.name || ' ' || c.email)", words))
  if (wish.after?.length === 2) {
    const [since, id] = wish.after
    conditions.push(fragment`(m.since, m.customer_id) < (${since}::timestamptz, ${id}::uuid)`)
  }
  return reader.rows(sql<MemberView>`
    SELECT c.id, c.name, c.email, m.by_hand AS "byHand", m.since, m.since::text AS "sinceKey"
    FROM customers.group_member m JOIN customers.customer c ON c.id = m.customer_id
    WHERE ${joined(conditions, ' AND ')} ORDER BY m.since DESC, m.customer_id DESC LIMIT ${wish.limit}`)
}

/** The groups that somebody is in, by name. */
export function listGroupsOf(
  reader: Pick<Database, 'rows'>,
  customerId: string,
  locale: Locale,
): Promise<{ id: string; code: string; name: string; byHand: boolean }[]> {
  return reader.rows(sql<{ id: string; code: string; name: string; byHand: boolean }>`
    SELECT g.id, g.code, coalesce(g.names ->> ${locale}, g.names ->> 'en', g.code) AS name, m.by_hand AS "byHand"
    FROM customers.group_member m JOIN customers.customer_group g ON g.id = m.group_id
    WHERE m.customer_id = ${customerId} ORDER BY 3, 1`)
}
