import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import type { PolicyDraft, PolicyKind, PolicyRules, PolicyTexts } from '../domain/policy.ts'

export interface PolicyKey {
  readonly market: string
  readonly kind: PolicyKind
}

export interface StoredDraft {
  readonly id: string
  readonly texts: PolicyTexts
  readonly rules: PolicyRules
  readonly version: number
}

/** One change of a market's policy at a time: drafts are saved against what was seen, and numbers have no gaps. */
export async function lockPolicy(ctx: Context, { market, kind }: PolicyKey): Promise<StoredDraft | undefined> {
  await ctx.tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`policy ${market} ${kind}`}, 0))`)
  return ctx.tx.row(sql<StoredDraft>`
    SELECT id, texts, rules, version FROM legal.policy_version
    WHERE market_code = ${market} AND kind = ${kind} AND number IS NULL`)
}

export function insertDraft(ctx: Context, { market, kind }: PolicyKey, { texts, rules }: PolicyDraft): void {
  ctx.tx.later(
    sql`
    INSERT INTO legal.policy_version (id, market_code, kind, texts, rules)
    VALUES (${ctx.newId()}, ${market}, ${kind}, ${jsonText(texts)}, ${jsonText(rules)})`,
    { refusals: { policy_one_draft: () => hostRefusals.version_conflict() } },
  )
}

export function updateDraft(ctx: Context, id: string, { texts, rules }: PolicyDraft): void {
  ctx.tx.later(sql`
    UPDATE legal.policy_version SET texts = ${jsonText(texts)}, rules = ${jsonText(rules)}, version = version + 1
    WHERE id = ${id}`)
}

export async function nextNumber(ctx: Context, { market, kind }: PolicyKey): Promise<number> {
  const row = await ctx.tx.row(sql<{ number: number }>`
    SELECT coalesce(max(number), 0) + 1 AS number FROM legal.policy_version
    WHERE market_code = ${market} AND kind = ${kind}`)
  return row?.number ?? 1
}

export function publishDraft(
  ctx: Context,
  id: string,
  { number, effectiveAt }: { number: number; effectiveAt: Date },
): void {
  raiseContentVersion(ctx, 'legal')
  ctx.tx.later(sql`
    UPDATE legal.policy_version SET number = ${number}, effective_at = ${effectiveAt}, published_at = ${ctx.now},
      published_by = ${actorText(ctx.actor)}
    WHERE id = ${id}`)
}

/** An order keeps what is in force in its market at this instant. */
export function insertSoldUnder(ctx: Context, { orderId, market }: { orderId: string; market: string }): void {
  ctx.tx.later(sql`
    INSERT INTO legal.sold_under (order_id, version_id)
    SELECT ${orderId}::uuid, id FROM (
      SELECT DISTINCT ON (kind) id FROM legal.policy_version
      WHERE market_code = ${market} AND number IS NOT NULL AND effective_at <= ${ctx.now}
      ORDER BY kind, effective_at DESC, number DESC) in_force`)
}
