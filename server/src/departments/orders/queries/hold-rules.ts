import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { HoldTerms } from '../domain/hold-rule.ts'

type Reader = Pick<Database, 'rows'>

export interface HoldRule {
  readonly id: string
  readonly terms: HoldTerms
  /** Empty: every market. */
  readonly markets: readonly string[]
  readonly active: boolean
  readonly assignee: string | null
  readonly version: number
}

export interface HoldRuleLine extends HoldRule {
  /** Orders that wait because of it now, and that it ever held. */
  readonly open: number
  readonly held: number
}

/** More stand behind a plus sign. */
const COUNTED = 1_000

/** The rules in the order in which they were made, with what they hold. A shop has a dozen. */
export async function listHoldRules(reader: Reader): Promise<HoldRuleLine[]> {
  const rows = await reader.rows(sql<HoldRuleLine & { open: bigint; held: bigint }>`
    SELECT r.id, r.terms, r.markets, r.active, r.assignee, r.version,
      (SELECT count(*) FROM (SELECT 1 FROM orders.hold h WHERE h.rule_id = r.id AND h.released_at IS NULL LIMIT ${COUNTED}) n) AS open,
      (SELECT count(*) FROM (SELECT 1 FROM orders.hold h WHERE h.rule_id = r.id LIMIT ${COUNTED}) n) AS held
    FROM orders.hold_rule r ORDER BY r.created_at, r.id`)
  return rows.map((row) => ({ ...row, open: Number(row.open), held: Number(row.held) }))
}

export async function listActiveRules(reader: Reader, market: string): Promise<HoldRule[]> {
  return reader.rows(sql<HoldRule>`
    SELECT id, terms, markets, active, assignee, version FROM orders.hold_rule
    WHERE active AND (markets = '{}' OR ${market} = ANY(markets)) ORDER BY created_at, id`)
}

/** Behind the lock of who changes it. */
export async function findHoldRule(reader: Reader, id: string): Promise<HoldRule | undefined> {
  const [rule] = await reader.rows(sql<HoldRule>`
    SELECT id, terms, markets, active, assignee, version FROM orders.hold_rule WHERE id = ${id}`)
  return rule
}
