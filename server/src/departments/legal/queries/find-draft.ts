import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PolicyKind, PolicyRules, PolicyTexts } from '../domain/policy.ts'

export interface DraftView {
  readonly texts: PolicyTexts
  readonly rules: PolicyRules
  readonly version: number
}

export async function findDraft(
  reader: Pick<Database, 'rows'>,
  { market, kind }: { market: string; kind: PolicyKind },
): Promise<DraftView | undefined> {
  const [draft] = await reader.rows(sql<DraftView>`
    SELECT texts, rules, version FROM legal.policy_version
    WHERE market_code = ${market} AND kind = ${kind} AND number IS NULL`)
  return draft
}
