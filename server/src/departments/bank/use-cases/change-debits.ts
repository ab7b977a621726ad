import type { Context, House } from '../../../host/context.ts'
import { runCommand, system } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { clockIn, localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { settleTodo } from '../../work/index.ts'
import { addBankingDays, askWhoKeepsBooks, endDebitReturn, findDebitTerms } from '../../payments/index.ts'
import { dueDay } from '../domain/due-day.ts'
import { mayCollect } from '../domain/mandate.ts'
import { refusals } from '../domain/refusals.ts'
import { mayTryAgain } from '../domain/return-reason.ts'
import { findDebit, listDebitsToMend, type Debit } from '../queries/read-debits.ts'
import { readSellersZone } from '../queries/read-runs.ts'
import {
  announceAnew,
  insertDebit,
  lockDebit,
  revokeMandateRow,
  saveDebit,
  saveDebitTodo,
  noteMandateUsed,
} from '../store/direct-debits.ts'
import { announce, tellBack } from './announce-debit.ts'

export async function lockOneDebit(ctx: Context, id: string): Promise<Result<Debit>> {
  const debit = (await lockDebit(ctx, id)) ? await findDebit(ctx.tx, id) : undefined
  return debit ? ok(debit) : refusals.not_found()
}

/** Its money is at the bank. The debit is held under lock. */
export function recordCollected(ctx: Context, debit: Debit, bookedOn: LocalDate): void {
  saveDebit(ctx, debit.id, { state: 'collected', bookedOn })
  noteMandateUsed(ctx, debit.mandate.id, bookedOn)
}

/** The bank did not collect it, or took it back: who bought is told, and who keeps the books is asked what now. The debit is held. */
export function recordBack(
  ctx: Context,
  debit: Debit,
  { reason, fee = 0n, returnId }: { readonly reason: string; readonly fee?: bigint; readonly returnId?: string },
): void {
  saveDebit(ctx, debit.id, { state: returnId ? 'returned' : 'rejected', reason, fee, ...(returnId && { returnId }) })
  ctx.audit({
    ...{ action: returnId ? 'bank:take_back' : 'bank:reject', objectType: 'direct_debit', objectId: debit.id },
    changes: [{ field: 'state', before: debit.state, after: returnId ? 'returned' : 'rejected' }],
    reason,
  })
  tellBack(ctx, debit.id)
}

/** What stops a second collection; it is agreed with nobody, so it is announced like the first. */
export function mayCollectAgain(debit: Debit, today: LocalDate): Result<void> {
  if (debit.state !== 'rejected' && debit.state !== 'returned') return refusals.debit_ended()
  if (debit.triedAgain || debit.owed === 0n || !mayTryAgain({ reason: debit.reason ?? '', attempt: debit.attempt }))
    return refusals.debit_ended()
  return mayCollect({ ...debit.mandate, revoked: debit.mandate.revokedAt !== null }, today)
}

export async function collectAgain(ctx: Context, id: string): Promise<Result<{ readonly id: string }>> {
  const locked = await lockOneDebit(ctx, id)
  if (!locked.ok) return locked
  const debit = locked.value
  const [terms, zone] = [await findDebitTerms(ctx.tx, debit.method), await readSellersZone(ctx.tx)]
  const today = localDateIn(ctx.now, zone)
  const may = mayCollectAgain(debit, today)
  if (!may.ok) return may
  if (!terms) return refusals.debit_ended()
  const next = ctx.newId()
  const attempt = debit.attempt + 1
  insertDebit(ctx, {
    ...{ id: next, mandateId: debit.mandate.id, orderId: debit.orderId, paymentId: debit.paymentId, attempt },
    ...{ amount: debit.owed, dueOn: dueDay({ ...terms, today, clock: clockIn(ctx.now, zone), addBankingDays }) },
    ...{ endToEndId: `D${debit.orderNumber}-${attempt}`, orderNumber: debit.orderNumber },
    ...{ holder: debit.mandate.holder, reference: debit.mandate.reference },
  })
  announce(ctx, next, 1)
  await endTodo(ctx, debit, `D${debit.orderNumber}-${attempt}`)
  ctx.audit({ action: 'bank:collect_again', objectType: 'direct_debit', objectId: id })
  return ok({ id: next })
}

/** What came back came otherwise after all, or is given up. */
export async function settleBack(
  ctx: Context,
  { id, outcome, on, note }: { id: string; outcome: 'made_good' | 'lost'; on: LocalDate; note: string },
): Promise<Result<void>> {
  const locked = await lockOneDebit(ctx, id)
  if (!locked.ok) return locked
  const { returnId, owed } = locked.value
  if (returnId === null || owed === 0n) return refusals.debit_ended()
  if (note.trim() === '') return refusals.note_missing({ field: 'note' })
  const today = localDateIn(ctx.now, await readSellersZone(ctx.tx))
  const ended = await endDebitReturn(ctx, { returnId, outcome, on, today })
  if (!ended.ok) return ended.refusal.field === 'on' ? ended : refusals.debit_ended()
  await endTodo(ctx, locked.value, note.trim())
  ctx.audit({
    ...{ action: 'bank:settle_back', objectType: 'direct_debit', objectId: id, reason: note.trim() },
    changes: [{ field: 'outcome', before: null, after: outcome }],
  })
  return ok()
}

async function endTodo(ctx: Context, { id, todoId }: Debit, reason: string): Promise<void> {
  if (todoId === null) return
  await settleTodo(ctx, { id: todoId, reason })
  saveDebitTodo(ctx, id, null)
}

/** Nothing is collected under it any more; what the bank has already is not called back. */
export async function revokeMandate(
  ctx: Context,
  { debitId, reason }: { readonly debitId: string; readonly reason: string },
): Promise<Result<void>> {
  if (reason.trim() === '') return refusals.note_missing({ field: 'reason' })
  const locked = await lockOneDebit(ctx, debitId)
  if (!locked.ok) return locked
  const { mandate } = locked.value
  if (!(await revokeMandateRow(ctx, mandate.id, reason.trim()))) return refusals.mandate_revoked()
  ctx.audit({
    ...{ action: 'bank:revoke', objectType: 'direct_debit', objectId: debitId, reason: reason.trim() },
    changes: [{ field: 'mandate', before: mandate.reference, after: null }],
  })
  return ok()
}

/** One to-do for each that came back; `words` says what is asked. */
export async function askWhatNow(
  ctx: Context,
  id: string,
  words: (debit: Debit) => { readonly title: string; readonly note: string },
): Promise<Result<void>> {
  const locked = await lockOneDebit(ctx, id)
  if (!locked.ok || locked.value.todoId !== null || locked.value.reason === null) return ok()
  const todoId = await askWhoKeepsBooks(ctx, { ...words(locked.value), record: { type: 'direct_debit', id } })
  saveDebitTodo(ctx, id, todoId)
  return ok()
}

/**
 * What waits and is not right any more: its order ended or was paid otherwise, it came to cost something else, its mandate ended. Another
 * amount is announced anew, with its own notice.
 */
export async function keepDebits(house: House): Promise<void> {
  const actor = system('keep-direct-debits')
  const zone = await readSellersZone(house.database)
  const today = localDateIn(house.clock.now(), zone)
  for (const { id } of await listDebitsToMend(house.database, today)) {
    await runCommand(house, { actor }, async (ctx) => {
      const locked = await lockOneDebit(ctx, id)
      if (!locked.ok || locked.value.state !== 'due') return ok()
      const { mandate, owed, method, amount } = locked.value
      const terms = await findDebitTerms(ctx.tx, method)
      const may = mayCollect({ ...mandate, revoked: mandate.revokedAt !== null }, today)
      if (owed <= 0n || !may.ok || !terms) saveDebit(ctx, id, { state: 'cancelled' })
      else if (owed !== amount) {
        const dueOn = dueDay({ ...terms, today, clock: clockIn(ctx.now, zone), addBankingDays })
        announceAnew(ctx, id, { amount: owed, dueOn })
        ctx.enqueue({ kind: 'announce-direct-debit', ref: id, dedupKey: `${id} ${owed} ${dueOn}` })
      }
      return ok()
    })
  }
}
