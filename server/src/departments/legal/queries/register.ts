import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PolicyKind, PolicyTexts } from '../domain/policy.ts'

export interface RegisterRow {
  readonly market: string
  readonly kind: PolicyKind
  readonly number: number | null
  readonly since: Date | null
  readonly plannedAt: Date | null
  readonly draft: boolean
  /** Of the version in force. */
  readonly texts: PolicyTexts | null
}

/** Every market with what of each kind it has: a version in force, one to come, a draft. Kinds without any have no row. */
export function listRegister(reader: Pick<Database, 'rows'>, now: Date): Promise<RegisterRow[]> {
  return reader.rows(sql<RegisterRow>`
    SELECT market_code AS market, kind, bool_or(number IS NULL) AS draft,
      (array_agg(number ORDER BY effective_at DESC, number DESC) FILTER (WHERE effective_at <= ${now}))[1] AS number,
      (array_agg(texts ORDER BY effective_at DESC, number DESC) FILTER (WHERE effective_at <= ${now}))[1] AS texts,
      max(effective_at) FILTER (WHERE effective_at <= ${now}) AS since,
      min(effective_at) FILTER (WHERE effective_at > ${now}) AS "plannedAt"
    FROM legal.policy_version GROUP BY market_code, kind`)
}

export interface MarketOfPolicies {
  readonly code: string
  readonly language: string
  readonly countries: readonly string[]
}

export function listMarkets(reader: Pick<Database, 'rows'>): Promise<MarketOfPolicies[]> {
  return reader.rows(sql<MarketOfPolicies>`
    SELECT code, language, countries FROM organisation.pub_market ORDER BY position, code`)
}
