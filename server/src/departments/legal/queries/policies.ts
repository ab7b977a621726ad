import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { USUAL_RULES, type PolicyKind, type PolicyRules, type PolicyTexts } from '../domain/policy.ts'

type Reader = Pick<Database, 'rows'>

/** A version as it was published: for ever the same. */
export interface PolicyVersion {
  readonly id: string
  readonly market: string
  readonly kind: PolicyKind
  readonly number: number
  readonly texts: PolicyTexts
  readonly rules: PolicyRules
  readonly effectiveAt: Date
  readonly publishedAt: Date
  readonly publishedBy: string
}

/** What is in force in a market at an instant: of each kind the version that began last. */
export function listPoliciesInForce(
  reader: Reader,
  { market, at }: { market: string; at: Date },
): Promise<PolicyVersion[]> {
  return reader.rows(sql<PolicyVersion>`
    SELECT DISTINCT ON (kind) id, market_code AS market, kind, number, texts, rules, effective_at AS "effectiveAt",
      published_at AS "publishedAt", published_by AS "publishedBy"
    FROM legal.policy_version WHERE market_code = ${market} AND number IS NOT NULL AND effective_at <= ${at}
    ORDER BY kind, effective_at DESC, number DESC`)
}

export async function findPolicyVersion(reader: Reader, id: string): Promise<PolicyVersion | undefined> {
  if (!isUuid(id)) return undefined
  const [found] = await reader.rows(sql<PolicyVersion>`
    SELECT id, market_code AS market, kind, number, texts, rules, effective_at AS "effectiveAt",
      published_at AS "publishedAt", published_by AS "publishedBy"
    FROM legal.policy_version WHERE id = ${id} AND number IS NOT NULL`)
  return found
}

/** All versions of a kind in a market, the newest first. */
export function listPolicyVersions(reader: Reader, market: string, kind: PolicyKind): Promise<PolicyVersion[]> {
  return reader.rows(sql<PolicyVersion>`
    SELECT id, market_code AS market, kind, number, texts, rules, effective_at AS "effectiveAt",
      published_at AS "publishedAt", published_by AS "publishedBy"
    FROM legal.policy_version WHERE market_code = ${market} AND kind = ${kind} AND number IS NOT NULL
    ORDER BY number DESC LIMIT 200`)
}

export type SoldUnder = Pick<PolicyVersion, 'id' | 'kind' | 'number' | 'effectiveAt' | 'market'>

/** The versions under which an order was sold. */
export function listPoliciesOfOrder(reader: Reader, orderId: string): Promise<SoldUnder[]> {
  return reader.rows(sql<SoldUnder>`
    SELECT v.id, v.market_code AS market, v.kind, v.number, v.effective_at AS "effectiveAt"
    FROM legal.sold_under s JOIN legal.policy_version v ON v.id = s.version_id WHERE s.order_id = ${orderId}
    ORDER BY v.kind`)
}

export type TermsOfOrder = Pick<PolicyVersion, 'kind' | 'number' | 'texts' | 'rules'>

/** The same with every word of them. */
export function listTermsOfOrder(reader: Reader, orderId: string): Promise<TermsOfOrder[]> {
  return reader.rows(sql<TermsOfOrder>`
    SELECT v.kind, v.number, v.texts, v.rules
    FROM legal.sold_under s JOIN legal.policy_version v ON v.id = s.version_id WHERE s.order_id = ${orderId}
    ORDER BY v.kind`)
}

/** What programs read of the policy of a kind under which an order was sold; what it does not say is as usual. */
export async function findRulesOfOrder(
  reader: Reader,
  { orderId, kind }: { readonly orderId: string; readonly kind: PolicyKind },
): Promise<Required<PolicyRules>> {
  const [found] = await reader.rows(sql<{ rules: PolicyRules }>`
    SELECT v.rules FROM legal.sold_under s JOIN legal.policy_version v ON v.id = s.version_id
    WHERE s.order_id = ${orderId} AND v.kind = ${kind}`)
  return { ...USUAL_RULES, ...found?.rules }
}

/** Market -> days to withdraw that its returns policy in force promises; markets that promise none have no entry. */
export async function listPromisedWithdrawals(reader: Reader, now: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.rows(sql<{ market: string; days: number | null }>`
    SELECT DISTINCT ON (market_code) market_code AS market, (rules->>'withdrawalDays')::int AS days
    FROM legal.policy_version WHERE kind = 'returns' AND number IS NOT NULL AND effective_at <= ${now}
    ORDER BY market_code, effective_at DESC, number DESC`)
  return new Map(rows.flatMap(({ market, days }) => (days ? [[market, days] as const] : [])))
}
