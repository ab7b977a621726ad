import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { GroupDraft, GroupId, GroupRule } from '../domain/group.ts'
import { refusals } from '../domain/refusals.ts'

export interface LockedGroup {
  readonly id: GroupId
  readonly code: string
  readonly names: Readonly<Record<string, string>>
  readonly rule: GroupRule | null
  readonly version: number
}

/** Held: who changes a group or its members waits here. */
export function lockGroup(ctx: Context, id: string): Promise<LockedGroup | undefined> {
  return ctx.tx.row(sql<LockedGroup>`
    SELECT id, code, names, rule, version FROM customers.customer_group WHERE id = ${id} FOR UPDATE`)
}

export function insertGroup(ctx: Context, id: GroupId, code: string, { names, rule }: GroupDraft): void {
  ctx.tx.later(
    sql`
    INSERT INTO customers.customer_group (id, code, names, rule, created_at)
    VALUES (${id}, ${code}, ${jsonText(names)}::jsonb, ${rule && jsonText(rule)}::jsonb, ${ctx.now})`,
    { refusals: { group_code: () => refusals.group_code_taken({ field: 'code' }) } },
  )
}

export function updateGroup(ctx: Context, id: GroupId, { names, rule }: GroupDraft): void {
  ctx.tx.later(sql`
    UPDATE customers.customer_group SET names = ${jsonText(names)}::jsonb, rule = ${rule && jsonText(rule)}::jsonb,
      version = version + 1 WHERE id = ${id}`)
}

/** With its members' places in it; the customers stay. */
export function removeGroup(ctx: Context, id: GroupId): void {
  ctx.tx.later(sql`DELETE FROM customers.group_member WHERE group_id = ${id}`)
  ctx.tx.later(sql`DELETE FROM customers.customer_group WHERE id = ${id}`)
}

export function raiseGroupVersion(ctx: Context, id: GroupId): void {
  ctx.tx.later(sql`UPDATE customers.customer_group SET version = version + 1 WHERE id = ${id}`)
}

/** Puts in those customers by hand; whom a rule had put in stays whatever it says. Answers how many that changed. */
export async function addMembers(ctx: Context, id: GroupId, customerIds: readonly string[]): Promise<number> {
  const rows = await ctx.tx.rows(sql`
    INSERT INTO customers.group_member (group_id, customer_id, by_hand, since)
    SELECT ${id}::uuid, customer_id, true, ${ctx.now}::timestamptz
    FROM unnest(${[...customerIds].sort()}::uuid[]) AS wanted(customer_id)
    ON CONFLICT (group_id, customer_id) DO UPDATE SET by_hand = true WHERE NOT customers.group_member.by_hand
    RETURNING 1`)
  return rows.length
}

export async function removeMember(ctx: Context, id: GroupId, customerId: string): Promise<boolean> {
  const row = await ctx.tx.row(sql`
    DELETE FROM customers.group_member WHERE group_id = ${id} AND customer_id = ${customerId} RETURNING 1`)
  return row !== undefined
}

/** The customers with these addresses. */
export function findByEmails(ctx: Context, emails: readonly string[]): Promise<{ id: string; email: string }[]> {
  return ctx.tx.rows(sql<{ id: string; email: string }>`
    SELECT id, email FROM customers.customer WHERE email = ANY(${emails}) ORDER BY id`)
}

export function storeLabels(ctx: Context, customerId: string, labels: readonly string[]): void {
  ctx.tx.later(sql`UPDATE customers.customer SET labels = ${labels}, version = version + 1 WHERE id = ${customerId}`)
}

export async function readLabels(ctx: Context, customerId: string): Promise<readonly string[]> {
  const row = await ctx.tx.row(
    sql<{ labels: string[] }>`SELECT labels FROM customers.customer WHERE id = ${customerId}`,
  )
  return row?.labels ?? []
}
