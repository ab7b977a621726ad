/**
 * Money that the bank booked is taken for an order. In one transaction, the entry before the order and its payments
 * (docs/lock-order.md): the entry counts once, whoever books it and however many times, and what it means for the order is what a receipt
 * means that a person records.
 *
 * What the bank tells is matched entry by entry, each in a transaction of its own, so that one that cannot be taken keeps no other one
 * waiting, and a run that was killed goes on where it was.
 */
import type { Context } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import {
  lockEntryToBook,
  lockOpenEntry,
  matchOne,
  matchRefundOf,
  recordBooked,
  recordBookedPayout,
  recordProposal,
  type Entry,
} from '../../departments/bank/index.ts'
import {
  findPayoutOfBankLine,
  recordPayoutArrival,
  recordRefundPaid,
  type KnownPayout,
} from '../../departments/payments/index.ts'
import { bookDebits } from './book-debits.ts'
import { bookTransfers } from './book-transfers.ts'
import { receiveMoney } from '../record-receipt/index.ts'

/** Takes it for this order, because a person or a reference says so. Answers whether the order has all of its money now. */
export async function bookEntry(
  ctx: Context,
  { entryId, orderId }: { readonly entryId: string; readonly orderId: string },
): Promise<Result<{ paid: boolean }>> {
  const entry = await lockEntryToBook(ctx, entryId)
  return entry.ok ? takeFor(ctx, entry.value, orderId) : entry
}

async function takeFor(ctx: Context, entry: Entry, orderId: string): Promise<Result<{ paid: boolean }>> {
  const receipt = { amount: entry.amount, receivedOn: entry.bookedOn, bankReference: nameOf(entry) }
  const received = await receiveMoney(ctx, { orderId, receipt })
  if (!received.ok) return received
  recordBooked(ctx, entry, orderId)
  return received
}

/** As the bank calls it, else as we do. */
const nameOf = ({ bankReference, id }: Entry) => (bankReference === '' ? `entry ${id}` : bankReference)

export type Outcome = 'booked' | 'proposed' | 'unknown'

/**
 * What becomes of an entry by itself: taken where reference and amount agree, proposed where a person should look. What no order waits for
 * may be what a provider paid out: then that arrived. Money that went out is the refund of an order that it names, where one of just this
 * amount waits to be sent.
 */
export async function matchEntryNow(ctx: Context, entryId: string): Promise<Result<Outcome>> {
  const entry = await lockOpenEntry(ctx, entryId)
  // Somebody was quicker.
  if (!entry) return ok('unknown')
  const collected = await bookDebits(ctx, entry)
  if (!collected.ok || collected.value) return collected.ok ? ok('booked') : collected
  const sent = await bookTransfers(ctx, entry)
  if (!sent.ok || sent.value) return sent.ok ? ok('booked') : sent
  if (!entry.came) return recordSent(ctx, entry)
  const match = await matchOne(ctx.tx, entry)
  if (match.kind === 'exact') {
    const taken = await takeFor(ctx, entry, match.orderId)
    return taken.ok ? ok('booked') : taken
  }
  if (match.kind === 'unknown' && entry.returnReason === null) {
    const known = await findPayoutOfBankLine(ctx, {
      ...{ amount: entry.amount.amount, currency: entry.amount.currency, bookedOn: entry.bookedOn },
      text: [entry.structuredReference, entry.remittance, entry.endToEndId].join(' '),
      partyName: entry.partyName,
    })
    if (known !== undefined) return recordArrived(ctx, entry, known)
  }
  recordProposal(ctx, entry, match)
  return ok(match.kind)
}

async function recordArrived(ctx: Context, entry: Entry, known: KnownPayout): Promise<Result<Outcome>> {
  const arrival = { arrivedOn: entry.bookedOn, bankReference: nameOf(entry) }
  const recorded = await recordPayoutArrival(ctx, known.payoutId, arrival)
  if (!recorded.ok) return recorded
  recordBookedPayout(ctx, entry, known)
  return ok('booked')
}

async function recordSent(ctx: Context, entry: Entry): Promise<Result<Outcome>> {
  const refund = await matchRefundOf(ctx.tx, entry)
  if (!refund) return ok('unknown')
  const sent = { refundId: refund.refundId, paidOn: entry.bookedOn, bankReference: nameOf(entry) }
  const recorded = await recordRefundPaid(ctx, sent)
  if (!recorded.ok) return recorded
  recordBooked(ctx, entry, refund.orderId)
  return ok('booked')
}
