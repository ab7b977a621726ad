import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import { refusals } from '../domain/refusals.ts'
import type { UnitId, UnitKind } from '../domain/unit.ts'

export interface UnitToSave {
  readonly name: string
  readonly parentId: string | null
  readonly headId: string | null
}

const meanings = { refusals: { unit_name: () => refusals.unit_name_taken({ field: 'name' }) } }

export async function isDepartment(tx: Transaction, id: string): Promise<boolean> {
  const row = await tx.row(sql`
    SELECT 1 FROM people.unit u WHERE u.id = ${id} AND u.kind = 'department'
      AND NOT EXISTS (SELECT 1 FROM people.unit_closing c WHERE c.unit_id = u.id) FOR SHARE OF u`)
  return row !== undefined
}

export async function findUnitName(tx: Transaction, id: string): Promise<string | null> {
  return (await tx.row(sql<{ name: string }>`SELECT name FROM people.unit WHERE id = ${id}`))?.name ?? null
}

export async function hasOpenTeams(tx: Transaction, id: UnitId): Promise<boolean> {
  const row = await tx.row(sql`
    SELECT 1 FROM people.unit u WHERE u.parent_id = ${id}
      AND NOT EXISTS (SELECT 1 FROM people.unit_closing c WHERE c.unit_id = u.id) LIMIT 1`)
  return row !== undefined
}

export function insertUnit(ctx: Context, unit: UnitToSave & { id: UnitId; kind: UnitKind }): void {
  ctx.tx.later(
    sql`
    INSERT INTO people.unit (id, kind, name, parent_id, head_id, created_at)
    VALUES (${unit.id}, ${unit.kind}, ${unit.name}, ${unit.parentId}, ${unit.headId}, ${ctx.now})`,
    meanings,
  )
}

export function updateUnit(ctx: Context, id: UnitId, { name, parentId, headId }: UnitToSave): void {
  ctx.tx.later(
    sql`
    UPDATE people.unit SET name = ${name}, parent_id = ${parentId}, head_id = ${headId}, version = version + 1
    WHERE id = ${id}`,
    meanings,
  )
}

export function insertMember(ctx: Context, unitId: UnitId, staffId: string): void {
  ctx.tx.later(sql`
    INSERT INTO people.unit_member (unit_id, staff_id, since) VALUES (${unitId}, ${staffId}, ${ctx.now})
    ON CONFLICT (unit_id, staff_id) DO NOTHING`)
}

export async function isMember(tx: Transaction, unitId: UnitId, staffId: string): Promise<boolean> {
  return (
    (await tx.row(sql`SELECT 1 FROM people.unit_member WHERE unit_id = ${unitId} AND staff_id = ${staffId}`)) !==
    undefined
  )
}

export function deleteMember(ctx: Context, unitId: UnitId, staffId: string): void {
  ctx.tx.later(sql`DELETE FROM people.unit_member WHERE unit_id = ${unitId} AND staff_id = ${staffId}`)
}

/** Of a head who leaves the unit: nobody leads from outside. */
export function raiseUnitVersion(ctx: Context, unitId: UnitId, headId: string | null): void {
  ctx.tx.later(sql`UPDATE people.unit SET version = version + 1, head_id = ${headId} WHERE id = ${unitId}`)
}

export function insertUnitClosing(ctx: Context, unitId: UnitId, { by, reason }: { by: string; reason: string }): void {
  ctx.tx.later(sql`
    INSERT INTO people.unit_closing (unit_id, closed_at, closed_by, reason) VALUES (${unitId}, ${ctx.now}, ${by}, ${reason})`)
  ctx.tx.later(sql`UPDATE people.unit SET version = version + 1 WHERE id = ${unitId}`)
}
