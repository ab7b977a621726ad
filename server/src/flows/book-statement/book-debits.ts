/**
 * What the bank says of our collections. Money that came is known by the name of a collection, or by the name of its group where banks book a
 * whole group in one sum: then each order of it gets its part, in one transaction, or none does. Money that was taken back is known by the
 * name of its collection; what it is more than that is what the bank asks for it. Everything else is left to a person.
 */
import {
  listDebitsNamed,
  lockOneDebit,
  recordBack,
  recordBookedRun,
  recordCollected,
  type Debit,
  type Entry,
} from '../../departments/bank/index.ts'
import { makeReturnGood, recordDebitTakenBack } from '../../departments/payments/index.ts'
import type { Context } from '../../host/context.ts'
import { money } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { receiveMoney } from '../record-receipt/index.ts'

/** Why a bank took money back without a word. */
const UNSAID = 'MS03'

/** Whether the entry was of our collections, and is booked. It is held under lock. */
export async function bookDebits(ctx: Context, entry: Entry): Promise<Result<boolean>> {
  const { endToEndId, paymentBatch: batch, amount } = entry
  if (amount.currency !== 'EUR' || (endToEndId === '' && batch === '')) return ok(false)
  const named = await listDebitsNamed(ctx.tx, { endToEndId, batch })
  if (named.length === 0) return ok(false)
  return entry.came ? bookCollected(ctx, entry, named) : bookTakenBack(ctx, entry, named)
}

async function bookCollected(ctx: Context, entry: Entry, named: readonly Debit[]): Promise<Result<boolean>> {
  if (entry.returnReason !== null) return ok(false)
  const single = named.find(({ endToEndId }) => endToEndId === entry.endToEndId)
  const meant = single
    ? [single]
    : named.filter(({ batch, state }) => batch === entry.paymentBatch && state === 'in_run')
  const debits: Debit[] = []
  for (const { id } of meant) {
    const locked = await lockOneDebit(ctx, id)
    if (locked.ok && locked.value.state === 'in_run') debits.push(locked.value)
  }
  const sum = debits.reduce((all, debit) => all + debit.amount, 0n)
  if (debits.length < meant.length || sum !== entry.amount.amount) return ok(false)
  for (const debit of debits) {
    const taken = await take(ctx, entry, debit)
    if (!taken.ok) return taken
    recordCollected(ctx, debit, entry.bookedOn)
  }
  recordBookedRun(ctx, entry, { runId: debits[0]?.runId ?? null, orderId: single?.orderId ?? null })
  return ok(true)
}

/** For what its order waits for; or, collected once more, for what came back of it. */
async function take(
  ctx: Context,
  entry: Entry,
  { orderId, orderState, amount, endToEndId }: Debit,
): Promise<Result<unknown>> {
  const on = entry.bookedOn
  if (orderState === 'paid' && (await makeReturnGood(ctx, { orderId, amount, on }))) return ok()
  const bankReference = `${endToEndId} ${entry.bankReference}`.trim()
  return receiveMoney(ctx, { orderId, receipt: { amount: money(amount, 'EUR'), receivedOn: on, bankReference } })
}

async function bookTakenBack(ctx: Context, entry: Entry, named: readonly Debit[]): Promise<Result<boolean>> {
  const meant = named.find(({ endToEndId }) => endToEndId === entry.endToEndId)
  if (entry.returnReason === null || !meant) return ok(false)
  const locked = await lockOneDebit(ctx, meant.id)
  if (!locked.ok || locked.value.state !== 'collected') return ok(false)
  const debit = locked.value
  const fee = entry.amount.amount - debit.amount
  if (fee < 0n) return ok(false)
  const { paymentId, amount } = debit
  const bankReference = `${debit.endToEndId} ${entry.bankReference || entry.id}`
  const back = await recordDebitTakenBack(ctx, { paymentId, amount, fee, bookedOn: entry.bookedOn, bankReference })
  if (!back.ok) return back
  recordBack(ctx, debit, { reason: entry.returnReason || UNSAID, fee, returnId: back.value.returnId })
  recordBookedRun(ctx, entry, { runId: debit.runId, orderId: debit.orderId })
  return ok(true)
}
