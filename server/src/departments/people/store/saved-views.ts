import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import { refusals } from '../domain/refusals.ts'
import type { SavedView, ViewQuery } from '../domain/saved-view.ts'

interface ViewRow {
  readonly id: string
  readonly staff_id: string
  readonly screen: string
  readonly name: string
  readonly query: ViewQuery
  readonly shared_with_role: string | null
  readonly position: number
  readonly version: number
}

/** The owner's own; what belongs to others is not there to be changed. */
export async function lockOwnView(tx: Transaction, id: string, staffId: string): Promise<SavedView | undefined> {
  const row = await tx.row(sql<ViewRow>`
    SELECT id, staff_id, screen, name, query, shared_with_role, position, version
    FROM people.saved_view WHERE id = ${id} AND staff_id = ${staffId} FOR UPDATE`)
  if (!row) return undefined
  const { staff_id, shared_with_role, ...same } = row
  return { ...same, staffId: staff_id, sharedWithRole: shared_with_role }
}

/** How many views somebody has of a screen, and the place behind the last. */
export async function countViews(tx: Transaction, staffId: string, screen: string) {
  const row = await tx.row(sql<{ count: number; next: number }>`
    SELECT count(*)::int AS count, coalesce(max(position) + 1, 0)::int AS next
    FROM people.saved_view WHERE staff_id = ${staffId} AND screen = ${screen}`)
  return { count: row?.count ?? 0, nextPosition: row?.next ?? 0 }
}

export async function rolesOf(tx: Transaction, staffId: string): Promise<string[]> {
  const rows = await tx.rows(sql<{ code: string }>`
    SELECT role_code AS code FROM people.staff_role WHERE staff_id = ${staffId} ORDER BY 1`)
  return rows.map((row) => row.code)
}

const meanings = {
  refusals: {
    saved_view_name: () => refusals.view_name_taken({ field: 'name' }),
    saved_view_role: () => refusals.unknown_role({ field: 'sharedWithRole' }),
  },
}

export function insertView(ctx: Context, view: SavedView): void {
  ctx.tx.later(
    sql`
    INSERT INTO people.saved_view (id, staff_id, screen, name, query, shared_with_role, position, version, created_at)
    VALUES (${view.id}, ${view.staffId}, ${view.screen}, ${view.name}, ${JSON.stringify(view.query)}::jsonb,
      ${view.sharedWithRole}::text, ${view.position}, ${view.version}, ${ctx.now})`,
    meanings,
  )
}

export function updateView(ctx: Context, view: SavedView): void {
  ctx.tx.later(
    sql`
    UPDATE people.saved_view SET name = ${view.name}, query = ${JSON.stringify(view.query)}::jsonb,
      shared_with_role = ${view.sharedWithRole}::text, position = ${view.position}, version = ${view.version}
    WHERE id = ${view.id}`,
    meanings,
  )
}

export function deleteView(ctx: Context, id: string): void {
  ctx.tx.later(sql`DELETE FROM people.saved_view WHERE id = ${id}`)
}
