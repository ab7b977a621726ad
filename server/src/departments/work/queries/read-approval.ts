import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { approvalColumns, storedOf, type ApprovalRow, type DecisionRow, type StoredApproval } from './approval-row.ts'

export async function findApproval(
  reader: Pick<Database, 'row' | 'rows'>,
  id: string,
): Promise<StoredApproval | undefined> {
  const [row, decisions] = await Promise.all([
    reader.row(sql<ApprovalRow>`SELECT ${approvalColumns} FROM work.approval a WHERE a.id = ${id}`),
    readDecisions(reader, id),
  ])
  return row && storedOf(row, decisions)
}

/** In the order in which they were made. */
export function readDecisions(reader: Pick<Database, 'rows'>, approvalId: string): Promise<DecisionRow[]> {
  return reader.rows(sql<DecisionRow>`
    SELECT staff_id AS "staffId", verdict, roles, comment, at FROM work.approval_decision
    WHERE approval_id = ${approvalId} ORDER BY at, staff_id`)
}

export async function approvalExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM work.approval WHERE id = ${id}`)) !== undefined
}

/** What people call the record that a request is about. */
export async function approvalTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; label: string }>`
    SELECT id, label FROM work.approval WHERE id = ANY(${ids}::uuid[]) AND label <> ''`)
  return new Map(rows.map(({ id, label }) => [id, label]))
}

export async function approvalRuleExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM work.approval_rule WHERE id = ${id}`)) !== undefined
}

export async function approvalRuleTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, coalesce(nullif(note, ''), act) AS title FROM work.approval_rule WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
