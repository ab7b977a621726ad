import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { getOrder } from '../../orders/index.ts'
import { settleTodo } from '../../work/index.ts'
import { refusals } from '../domain/refusals.ts'
import { checkRefund, type Exemption, type Refund } from '../domain/refund.ts'
import { decide, type Decision, type WithdrawalState } from '../domain/statement.ts'
import { withdrawalDecided } from '../events.ts'
import { findWithdrawal, type DecisionTerms } from '../queries/read-withdrawals.ts'
import { lockWithdrawal, saveDecision } from '../store/withdrawals.ts'
import { assessWithdrawal, type Assessment } from './assess-withdrawal.ts'

export interface DecisionToMake {
  readonly id: string
  readonly decision: Decision
  readonly note?: string | undefined
  /** In what state who decides saw it: refused where somebody else was faster. Each state is gone through once at most. */
  readonly seen?: WithdrawalState | undefined
  /** To accept: lines without such a right, and why. */
  readonly exempt?: readonly { readonly position: number; readonly reason: Exemption }[] | undefined
  /** To close: what went back. */
  readonly refund?: Refund | undefined
}

/** What the shop makes of it: accepted, refused for a reason, or done once the money is back. Who withdrew is told of each by mail. */
export async function decideWithdrawal(
  ctx: Context,
  wish: DecisionToMake,
): Promise<Result<{ readonly state: WithdrawalState }>> {
  const { id, decision, note = '' } = wish
  const held = isUuid(id) ? await lockWithdrawal(ctx, id) : undefined
  if (!held) return refusals.not_found()
  if (wish.seen !== undefined && wish.seen !== held.state) return hostRefusals.version_conflict()
  const decided = decide(held.state, { decision, note })
  if (!decided.ok) return decided
  const terms = await termsOf(ctx, wish)
  if (!terms.ok) return terms
  const state = decided.value
  saveDecision(ctx, id, { state, note: note.trim(), terms: terms.value })
  ctx.emit(withdrawalDecided(id, { number: String(held.number), state }))
  ctx.enqueue({ kind: 'tell-withdrawal-decision', ref: id, dedupKey: `${id} ${state} ${ctx.now.toISOString()}` })
  ctx.audit({
    action: `returns:${decision}`,
    objectType: 'withdrawal',
    objectId: id,
    changes: [{ field: 'state', before: held.state, after: state }],
    ...(note.trim() === '' ? {} : { reason: note.trim() }),
  })
  // Told in the language of who reads it.
  // i18n-dynamic: returns.todo.settled.*
  if (state !== 'accepted' && held.todoId !== null) {
    await settleTodo(ctx, { id: held.todoId, reason: `returns.todo.settled.${state}` })
  }
  return ok({ state })
}

async function termsOf(ctx: Context, wish: DecisionToMake): Promise<Result<DecisionTerms>> {
  const withdrawal = await findWithdrawal(ctx.tx, wish.id)
  const order = withdrawal?.orderId ? await getOrder(ctx.tx, withdrawal.orderId) : undefined
  if (!withdrawal || !order?.ok || wish.decision === 'refuse') return ok({})
  const assessment = await assessWithdrawal(ctx.tx, { withdrawal, order: order.value, now: ctx.now })
  const { currency } = assessment.goods
  if (wish.decision === 'accept') return acceptance(assessment, wish.exempt ?? [])
  if (!wish.refund) return ok({ currency })
  const most = { goods: order.value.goods.amount, delivery: assessment.delivery.amount }
  const checked = checkRefund(wish.refund, most)
  return checked.ok ? ok({ currency, refund: { ...wish.refund, total: checked.value.total } }) : checked
}

function acceptance(
  { lines, goodsAwaited, sendBackBy, goods }: Assessment,
  exempt: NonNullable<DecisionToMake['exempt']>,
): Result<DecisionTerms> {
  const named: { position: number; name: string; reason: Exemption }[] = []
  for (const [at, { position, reason }] of exempt.entries()) {
    const line = lines.find((one) => one.position === position)
    if (!line) return refusals.line_unknown({ field: `exempt.${at}` })
    named.push({ position, name: line.name, reason })
  }
  const comesBack = lines.some(({ position }) => !named.some((one) => one.position === position))
  return ok({
    currency: goods.currency,
    exempt: named,
    ...(goodsAwaited && comesBack ? { sendBackBy } : {}),
  })
}
