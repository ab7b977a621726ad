/**
 * A dispute as the provider tells it now becomes what we know, under the lock of its payment: each movement of its money once with its
 * entry, a loss written off once, a to-do for who answers it when it arrives. Told again, or told late, it changes nothing.
 *
 * The bank takes the money when the dispute begins and gives it back when it is won; meanwhile it stands in `disputed`. What is lost
 * leaves it for `dispute_losses`. The sale stays a sale: whether its tax can be had back is for people to say.
 */
import type { Context } from '../../../host/context.ts'
import { money, moneyToJson, negate, type Money } from '../../../kernel/money.ts'
import { currencyCode } from '../../../kernel/currency.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { postEntry } from '../../ledger/index.ts'
import { settleTodo } from '../../work/index.ts'
import {
  isOpen,
  learnDispute,
  type Dispute,
  type DisputeState,
  type LearntDispute,
  type ProviderDispute,
} from '../domain/dispute.ts'
import type { Payment } from '../domain/payment.ts'
import { disputeClosed, disputeOpened, disputeUpdated } from '../events.ts'
import { insertDispute, insertDisputeMovement, loadDispute, noteLooked, saveDispute } from '../store/disputes.ts'

export interface DisputeToRecord {
  /** Held under lock. */
  readonly payment: Payment
  readonly truth: ProviderDispute
}

/** Whether anything was new. */
export async function recordDispute(ctx: Context, { payment, truth }: DisputeToRecord): Promise<boolean> {
  const known = await loadDispute(ctx, { provider: payment.provider, providerDisputeId: truth.id })
  const learnt = learnDispute(known, truth)
  const id = known?.id ?? ctx.newId<'dispute'>()
  if (known && !learnt.changed) {
    noteLooked(ctx, id)
    return false
  }
  if (known) saveDispute(ctx, known, learnt)
  else insertDispute(ctx, id, { payment, truth, learnt })
  noteLooked(ctx, id)
  postMovements(ctx, id, { payment, learnt })
  postLoss(ctx, id, { payment, learnt, known })
  await askOrSettle(ctx, id, { payment, learnt, known })
  tellChange(ctx, id, { payment, learnt, known })
  return true
}

interface Learning {
  readonly payment: Payment
  readonly learnt: LearntDispute
  readonly known?: Dispute | undefined
}

function postMovements(ctx: Context, id: string, { payment, learnt }: Learning): void {
  for (const movement of learnt.movements) {
    const movementId = ctx.newId()
    insertDisputeMovement(ctx, movementId, id, movement)
    const inIts = (amount: bigint): Money => money(amount, currencyCode(movement.currency))
    if (movement.amount === 0n && movement.fee === 0n) continue
    postEntry(ctx, {
      kind: 'dispute',
      ref: movementId,
      about: payment.orderId,
      entityId: payment.entityId,
      effectiveOn: localDateIn(movement.at, payment.timeZone),
      postings: [
        { account: 'disputed', amount: inIts(-movement.amount) },
        { account: 'payment_fees', amount: inIts(movement.fee) },
        { account: 'payments_clearing', amount: inIts(movement.amount - movement.fee) },
      ],
    })
  }
}

/** What was lost is no claim any more; won after all, it is one again until the money is back. */
function postLoss(ctx: Context, id: string, { payment, learnt, known }: Learning): void {
  if (learnt.writeOff === 0n) return
  const currency = learnt.movements[0]?.currency ?? known?.heldCurrency ?? payment.currency
  const lost = money(learnt.writeOff, currencyCode(currency))
  postEntry(ctx, {
    kind: 'dispute_loss',
    ref: `${id} ${(known?.writtenOff ?? 0n) + learnt.writeOff} ${ctx.now.toISOString()}`,
    about: payment.orderId,
    entityId: payment.entityId,
    effectiveOn: localDateIn(ctx.now, payment.timeZone),
    postings: [
      { account: 'dispute_losses', amount: lost },
      { account: 'disputed', amount: negate(lost) },
    ],
  })
}

// i18n-dynamic: payments.disputes.settled.*
/** Told in the language of who reads it. An inquiry that waits no more was answered. */
const settledBy = (state: DisputeState) =>
  `payments.disputes.settled.${state === 'needs_response' ? 'under_review' : state}`

/** Who answers disputes is asked when one begins to wait; what was answered or decided asks nobody any more. */
async function askOrSettle(ctx: Context, id: string, { learnt, known }: Learning): Promise<void> {
  const waits = learnt.state === 'needs_response' && !known?.answered
  const stage = learnt.inquiry ? 'inquiry' : 'dispute'
  if (waits) ctx.enqueue({ kind: 'ask-to-answer', ref: id, dedupKey: `${id} ${stage}` })
  if (!waits && known?.todoId && known.state !== learnt.state) {
    await settleTodo(ctx, { id: known.todoId, reason: settledBy(learnt.state) })
  }
}

function tellChange(ctx: Context, id: string, { payment, learnt, known }: Learning): void {
  const tell = !known ? disputeOpened : isOpen(learnt.state) ? disputeUpdated : disputeClosed
  const amount = moneyToJson(money(learnt.amount, payment.currency))
  ctx.emit(tell(id, { orderId: payment.orderId, paymentId: payment.id, state: learnt.state, amount }))
  if (known?.state === learnt.state) return
  // People look for it on the order, too.
  ctx.audit({
    action: known ? 'payments:dispute_went_on' : 'payments:dispute_opened',
    objectType: 'order',
    objectId: payment.orderId,
    changes: [
      { field: 'dispute', before: known?.state ?? null, after: learnt.state },
      ...(known ? [] : [{ field: 'amount', before: null, after: amount }]),
    ],
  })
}
