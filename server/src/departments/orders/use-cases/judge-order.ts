/**
 * An order that may be sent is looked at by the shop's rules, behind the transaction that made it so: what a rule asks of past orders
 * costs reads that no shopper should wait for. Each rule holds an order once, under the order's lock, so that the job may come
 * twice; what came to its end waits for nothing.
 */
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { makeTodo } from '../../work/index.ts'
import { isEnded } from '../domain/hold.ts'
import { judge, kindOf, type Because } from '../domain/hold-rule.ts'
import type { LockedOrder } from '../domain/order.ts'
import { readHoldFacts } from '../queries/hold-facts.ts'
import { listActiveRules, type HoldRule } from '../queries/hold-rules.ts'
import { listHolds } from '../queries/holds.ts'
import { noteHoldCheck } from '../store/holds.ts'
import { lockOrder } from './change-order.ts'
import { keepHold, openHolds, releaseHolds } from './hold-order.ts'
import { sayBecause, type Speaking } from './hold-words.ts'

export async function judgeOrder(ctx: Context, orderId: string, words: Speaking): Promise<Result<void>> {
  const order = await lockOrder(ctx, orderId)
  if (!order.ok) return order
  if (isEnded(order.value.state)) return endHoldsOf(ctx, order.value)
  const [rules, holds] = await Promise.all([
    listActiveRules(ctx.tx, order.value.marketCode),
    listHolds(ctx.tx, orderId),
  ])
  const held = new Set(holds.map(({ rule }) => rule))
  const open = rules.filter(({ id }) => !held.has(id))
  // Where no rule asks, what past orders say is not read.
  const [facts] = open.length > 0 ? await readHoldFacts(ctx.tx, [orderId]) : []
  for (const rule of facts ? open : []) {
    const because = facts && judge(rule.terms, facts)
    if (because) await holdByRule(ctx, order.value, { rule, because, words })
  }
  noteHoldCheck(ctx, orderId)
  return ok()
}

/** Called off or expired: nobody has to look any more. */
async function endHoldsOf(ctx: Context, order: LockedOrder): Promise<Result<void>> {
  const holds = await openHolds(ctx, order.id)
  if (holds.length > 0) await releaseHolds(ctx, order, { holds, left: 0, reason: order.state })
  return ok()
}

interface Finding {
  readonly rule: HoldRule
  readonly because: Because
  /** How those who are asked to look are spoken to. */
  readonly words: Speaking
}

async function holdByRule(ctx: Context, order: LockedOrder, finding: Finding): Promise<void> {
  const { rule, because } = finding
  const todoId = await askToLook(ctx, order, finding)
  keepHold(ctx, order, { ...because, kind: kindOf(rule.terms), rule: rule.id, todoId })
}

/** A to-do for whom the rule names. Who is not there any more is asked nothing; the list of held orders shows it all the same. */
async function askToLook(ctx: Context, order: LockedOrder, finding: Finding): Promise<string | null> {
  const { assignee } = finding.rule
  if (assignee === null) return null
  const [kind, id] = assignee.split(':') as ['staff' | 'unit' | 'role', string]
  const asked = await makeTodo(ctx, {
    title: finding.words.translate('orders.holds.todo', { number: order.number }),
    note: sayBecause(finding.because, finding.words),
    record: { type: 'order', id: order.id },
    assignee: { kind, id },
    priority: 'high',
  })
  return asked.ok ? asked.value.id : null
}
