import type { Context } from '../../../host/context.ts'
import { moneyToJson } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { mayBook, mayDismiss } from '../domain/decide-entry.ts'
import type { Match } from '../domain/match-entry.ts'
import { refusals } from '../domain/refusals.ts'
import { entryBooked, entryProposed } from '../events.ts'
import type { Entry } from '../queries/read-entries.ts'
import { lockEntry, saveDecision, saveProposal } from '../store/entries.ts'

/** An entry whose money may be taken for an order, held until the transaction ends. */
export async function lockEntryToBook(ctx: Context, id: string): Promise<Result<Entry>> {
  const entry = await lockEntry(ctx, id)
  if (!entry) return refusals.not_found()
  const may = mayBook(entry)
  return may.ok ? ok(entry) : may
}

/** An entry that nobody said anything about yet, held until the transaction ends. */
export async function lockOpenEntry(ctx: Context, id: string): Promise<Entry | undefined> {
  const entry = await lockEntry(ctx, id)
  return entry?.state === 'open' ? entry : undefined
}

/** Its money was taken for this order, or was a refund of it. The entry is held under lock. */
export function recordBooked(ctx: Context, entry: Entry, orderId: string): void {
  saveDecision(ctx, entry.id, { decision: 'booked', orderId, note: '' })
  ctx.emit(entryBooked(entry.id, { orderId, amount: moneyToJson(entry.amount) }))
  ctx.audit({
    action: 'bank:book',
    objectType: 'bank_entry',
    objectId: entry.id,
    changes: [
      { field: 'state', before: entry.state, after: 'booked' },
      { field: 'order', before: null, after: orderId },
    ],
  })
}

/** It is what a provider paid out. The entry is held under lock. */
export function recordBookedPayout(
  ctx: Context,
  entry: Entry,
  { payoutId, by }: { readonly payoutId: string; readonly by: string },
): void {
  saveDecision(ctx, entry.id, { decision: 'booked', orderId: null, payoutId, note: '' })
  ctx.emit(entryBooked(entry.id, { payoutId, amount: moneyToJson(entry.amount) }))
  ctx.audit({
    action: 'bank:book',
    objectType: 'bank_entry',
    objectId: entry.id,
    changes: [
      { field: 'state', before: entry.state, after: 'booked' },
      { field: 'payout', before: null, after: payoutId },
      { field: 'knownBy', before: null, after: by },
    ],
  })
}

/** It is what a file of ours brought, or took, or what came back of it. The entry is held under lock. */
export function recordBookedRun(
  ctx: Context,
  entry: Entry,
  { runId, orderId }: { readonly runId: string | null; readonly orderId: string | null },
): void {
  saveDecision(ctx, entry.id, { decision: 'booked', orderId, runId, note: '' })
  ctx.emit(entryBooked(entry.id, { runId, amount: moneyToJson(entry.amount) }))
  ctx.audit({
    action: 'bank:book',
    objectType: 'bank_entry',
    objectId: entry.id,
    changes: [{ field: 'state', before: entry.state, after: 'booked' }],
  })
}

/** What it may be for, for who decides. The entry is held under lock. */
export function recordProposal(ctx: Context, entry: Entry, match: Match): void {
  saveProposal(ctx, entry.id, match)
  if (match.kind === 'proposed') ctx.emit(entryProposed(entry.id, { orderId: match.orderId, because: match.because }))
}

/** It is for no order of ours, or was recorded otherwise: put aside, for a reason. */
export async function dismissEntry(
  ctx: Context,
  { id, note }: { readonly id: string; readonly note: string },
): Promise<Result<void>> {
  const entry = await lockEntry(ctx, id)
  if (!entry) return refusals.not_found()
  const may = mayDismiss(entry, note)
  if (!may.ok) return may
  saveDecision(ctx, id, { decision: 'dismissed', orderId: null, note: note.trim() })
  ctx.audit({
    action: 'bank:dismiss',
    objectType: 'bank_entry',
    objectId: id,
    changes: [{ field: 'state', before: entry.state, after: 'dismissed' }],
    reason: note.trim(),
  })
  return ok()
}
