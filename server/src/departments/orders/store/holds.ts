import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Because, HoldKind, HoldTerms } from '../domain/hold-rule.ts'
import { findHoldRule, type HoldRule } from '../queries/hold-rules.ts'

export interface NewHold extends Because {
  readonly id: string
  readonly orderId: string
  readonly kind: HoldKind
  readonly rule: string | null
  readonly todoId: string | null
}

export function insertHold(ctx: Context, { id, orderId, kind, rule, because, params, todoId }: NewHold): void {
  ctx.tx.later(sql`
    INSERT INTO orders.hold (id, order_id, kind, rule_id, because, params, held_at, held_by, todo_id)
    VALUES (${id}, ${orderId}, ${kind}, ${rule}, ${because}, ${jsonText(params)}::jsonb, ${ctx.now}, ${actorText(ctx.actor)}, ${todoId})`)
}

export function endHolds(ctx: Context, ids: readonly string[], reason: string): void {
  ctx.tx.later(sql`
    UPDATE orders.hold SET released_at = ${ctx.now}, released_by = ${actorText(ctx.actor)}, release_reason = ${reason}
    WHERE id = ANY(${ids}::uuid[]) AND released_at IS NULL`)
}

export function noteHoldCheck(ctx: Context, orderId: string): void {
  ctx.tx.later(sql`
    INSERT INTO orders.hold_check (order_id, at) VALUES (${orderId}, ${ctx.now}) ON CONFLICT DO NOTHING`)
}

export interface RuleToKeep {
  readonly id: string
  readonly terms: HoldTerms
  readonly markets: readonly string[]
  readonly active: boolean
  readonly assignee: string | null
}

export function lockHoldRule(ctx: Context, id: string): Promise<HoldRule | undefined> {
  ctx.tx.later(sql`SELECT 1 FROM orders.hold_rule WHERE id = ${id} FOR UPDATE`)
  return findHoldRule(ctx.tx, id)
}

export function insertHoldRule(ctx: Context, rule: RuleToKeep): void {
  ctx.tx.later(sql`
    INSERT INTO orders.hold_rule (id, terms, markets, active, assignee, created_at, updated_at)
    VALUES (${rule.id}, ${jsonText(rule.terms)}::jsonb, ${rule.markets}::text[], ${rule.active}, ${rule.assignee},
      ${ctx.now}, ${ctx.now})`)
}

export function updateHoldRule(ctx: Context, rule: RuleToKeep): void {
  ctx.tx.later(sql`
    UPDATE orders.hold_rule SET terms = ${jsonText(rule.terms)}::jsonb, markets = ${rule.markets}::text[], active = ${rule.active},
      assignee = ${rule.assignee}, version = version + 1, updated_at = ${ctx.now}
    WHERE id = ${rule.id}`)
}

export function deleteHoldRule(ctx: Context, id: string): void {
  ctx.tx.later(sql`DELETE FROM orders.hold_rule WHERE id = ${id}`)
}
