/**
 * A rule as one statement: who meets it comes in, who meets it no more goes, whoever was put in by hand stays. The same statement
 * sorts a whole group, or one customer into it; every condition is answered from an index of that customer or of the whole.
 */
import type { Context } from '../../../host/context.ts'
import { adHoc, fragment, joined, sql, type Fragment } from '../../../host/database/sql.ts'
import type { GroupRule } from '../domain/group.ts'

const DAY_MS = 86_400_000

export interface RuledGroup {
  readonly id: string
  readonly rule: GroupRule
}

export function listRuledGroups(ctx: Context): Promise<RuledGroup[]> {
  return ctx.tx.rows(sql<RuledGroup>`
    SELECT id, rule FROM customers.customer_group WHERE rule IS NOT NULL ORDER BY id`)
}

/** Answers how many came and went. */
export async function sortMembers(ctx: Context, { id, rule }: RuledGroup, customerId?: string): Promise<number> {
  const one = customerId === undefined ? fragment`` : fragment` AND c.id = ${customerId}::uuid`
  const oneMember = customerId === undefined ? fragment`` : fragment` AND m.customer_id = ${customerId}::uuid`
  const row = await ctx.tx.row(adHoc<{ changed: number }>`
    WITH meant AS MATERIALIZED (
      SELECT c.id FROM customers.customer c WHERE ${joined(conditionsOf(rule, ctx.now), ' AND ')}${one}
    ), gone AS (
      DELETE FROM customers.group_member m WHERE m.group_id = ${id}::uuid AND NOT m.by_hand${oneMember}
        AND NOT EXISTS (SELECT 1 FROM meant WHERE meant.id = m.customer_id) RETURNING 1
    ), come AS (
      INSERT INTO customers.group_member (group_id, customer_id, by_hand, since)
      SELECT ${id}::uuid, meant.id, false, ${ctx.now}::timestamptz FROM meant ORDER BY meant.id
      ON CONFLICT (group_id, customer_id) DO NOTHING RETURNING 1
    )
    SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM come))::int AS changed`)
  return row?.changed ?? 0
}

/** Takes out whom a rule had put in, where there is no rule any more. */
export function dropRuledMembers(ctx: Context, id: string): void {
  ctx.tx.later(sql`DELETE FROM customers.group_member WHERE group_id = ${id} AND NOT by_hand`)
}

function conditionsOf(rule: GroupRule, now: Date): Fragment[] {
  const { countries, locales, labels, emailDomains, registered, spentAtLeast, ordersAtLeast, withinDays } = rule
  const since = withinDays === undefined ? new Date(0) : new Date(now.getTime() - withinDays * DAY_MS)
  const conditions: Fragment[] = []
  if (emailDomains) conditions.push(fragment`split_part(c.email, '@', 2) = ANY(${emailDomains})`)
  if (labels) conditions.push(fragment`c.labels && ${labels}::text[]`)
  if (locales) conditions.push(fragment`c.locale = ANY(${locales})`)
  if (registered !== undefined) conditions.push(fragment`(c.password_hash IS NOT NULL) = ${registered}::boolean`)
  if (countries)
    conditions.push(fragment`(EXISTS (SELECT 1 FROM customers.purchase p WHERE p.customer_id = c.id AND p.country = ANY(${countries}))
      OR EXISTS (SELECT 1 FROM customers.address a WHERE a.customer_id = c.id AND a.country = ANY(${countries})))`)
  if (spentAtLeast)
    conditions.push(fragment`(SELECT coalesce(sum(p.total), 0) FROM customers.purchase p WHERE p.customer_id = c.id
      AND p.currency = ${spentAtLeast.currency} AND p.placed_at >= ${since}::timestamptz) >= ${spentAtLeast.amount}::bigint`)
  if (ordersAtLeast !== undefined)
    conditions.push(fragment`(SELECT count(*) FROM customers.purchase p WHERE p.customer_id = c.id
      AND p.placed_at >= ${since}::timestamptz) >= ${ordersAtLeast}::bigint`)
  return conditions
}
