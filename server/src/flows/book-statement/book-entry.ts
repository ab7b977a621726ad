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
import { lockEntryToBook, matchOne, recordBooked, recordProposal, type Entry } from '../../departments/bank/index.ts'
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
  const { amount, bookedOn: receivedOn, bankReference, id } = entry
  const receipt = { amount, receivedOn, bankReference: bankReference === '' ? `entry ${id}` : bankReference }
  const received = await receiveMoney(ctx, { orderId, receipt })
  if (!received.ok) return received
  recordBooked(ctx, entry, orderId)
  return received
}

export type Outcome = 'booked' | 'proposed' | 'unknown'

/** What becomes of an entry by itself: taken where reference and amount agree, proposed where a person should look. */
export async function matchEntryNow(ctx: Context, entryId: string): Promise<Result<Outcome>> {
  const entry = await lockEntryToBook(ctx, entryId)
  // Somebody was quicker, or it went out.
  if (!entry.ok) return ok('unknown')
  const match = await matchOne(ctx.tx, entry.value)
  if (match.kind === 'exact') {
    const taken = await takeFor(ctx, entry.value, match.orderId)
    return taken.ok ? ok('booked') : taken
  }
  recordProposal(ctx, entry.value, match)
  return ok(match.kind)
}
