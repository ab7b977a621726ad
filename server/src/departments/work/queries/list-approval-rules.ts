import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Condition } from '../domain/approval-condition.ts'
import { ruleColumns, type RuleRow } from '../store/approval-rules.ts'

export interface RuleView {
  readonly id: string
  readonly act: string
  readonly condition: Condition
  readonly markets: readonly string[] | null
  readonly roles: readonly string[]
  readonly approvals: number
  readonly activeFrom: string | null
  readonly activeTo: string | null
  readonly note: string
  readonly version: number
  readonly createdAt: string
  readonly endedAt: string | null
}

/** Those in force and to come, by act; ended ones last. A shop has a handful. */
export async function listApprovalRules(reader: Pick<Database, 'rows'>): Promise<RuleView[]> {
  const rows = await reader.rows(
    sql<RuleRow>`SELECT ${ruleColumns} ORDER BY e.ended_at DESC NULLS FIRST, r.act, r.id LIMIT 500`,
  )
  return rows.map(viewOf)
}

export async function findApprovalRule(reader: Pick<Database, 'row'>, id: string): Promise<RuleView | undefined> {
  const row = await reader.row(sql<RuleRow>`SELECT ${ruleColumns} WHERE r.id = ${id}`)
  return row && viewOf(row)
}

function viewOf({ id, act, condition, markets, roles, approvals, note, version, ...row }: RuleRow): RuleView {
  const iso = (at: Date | null) => at?.toISOString() ?? null
  const { active_from, active_to, created_at, ended_at } = row
  return {
    ...{ id, act, condition, markets, roles, approvals, note, version },
    activeFrom: iso(active_from),
    activeTo: iso(active_to),
    createdAt: created_at.toISOString(),
    endedAt: iso(ended_at),
  }
}
