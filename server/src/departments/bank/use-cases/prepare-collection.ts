/**
 * Everything that is due becomes one file for the bank. What goes into it is held while it is decided, and what another person's file holds
 * is passed over: a collection is in one file, whoever presses how often. Rejected: a table of items beside the collections. The column says the
 * same, and cannot say two things.
 */
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { clockIn, compareDates, localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { addBankingDays, findDebitTerms } from '../../payments/index.ts'
import { earliestCollection } from '../domain/due-day.ts'
import { mayCollect } from '../domain/mandate.ts'
import { fileHash } from '../../../host/files/file-hash.ts'
import { refusals } from '../domain/refusals.ts'
import { lockDebitsToCollect, type Debit } from '../queries/read-debits.ts'
import { nameOfRun, readSellersZone, type RunAccount } from '../queries/read-runs.ts'
import { insertRun, putIntoRun, saveHash } from '../store/runs.ts'
import { writeCollections } from './file-of-run.ts'
import type { Sealer } from './sign-mandate.ts'

export interface CollectionToPrepare {
  /** The way to pay by which they were agreed. */
  readonly method: string
  /** All that is due until this day. */
  readonly through: LocalDate
}

export const sequenceOf = ({ mandate }: Debit) => (mandate.kind === 'one_off' ? 'OOFF' : 'RCUR')

export async function prepareCollection(
  ctx: Context,
  keys: Sealer,
  { method, through }: CollectionToPrepare,
): Promise<Result<{ readonly id: string }>> {
  const [terms, zone] = [await findDebitTerms(ctx.tx, method), await readSellersZone(ctx.tx)]
  if (!terms) return refusals.nothing_due({ field: 'method' })
  const today = localDateIn(ctx.now, zone)
  const locked = await lockDebitsToCollect(ctx.tx, { method, through })
  const due = locked.filter(({ mandate }) => mayCollect({ ...mandate, revoked: mandate.revokedAt !== null }, today).ok)
  if (due.length === 0) return refusals.nothing_due({ field: 'through' })
  const earliest = earliestCollection({ ...terms, today, clock: clockIn(ctx.now, zone), addBankingDays })
  const dated = due.map((debit) => ({
    ...debit,
    collectsOn: compareDates(debit.dueOn, earliest) < 0 ? earliest : debit.dueOn,
  }))
  const { name, iban, bic, creditorId } = terms
  const account: RunAccount = { name, iban, bic, creditorId }
  const groups = Map.groupBy(dated, (debit) => `${debit.collectsOn} ${sequenceOf(debit)}`)
  const keysOfGroups = [...groups.keys()].toSorted()
  const id = ctx.newId()
  const number = await insertRun(ctx, {
    ...{ id, kind: 'collection', method, account, message: terms.message, items: dated.length },
    total: dated.reduce((sum, { amount }) => sum + amount, 0n),
    firstOn: (keysOfGroups[0] ?? '').slice(0, 10) as LocalDate,
  })
  const messageId = nameOfRun({ number, madeAt: ctx.now })
  const placed = keysOfGroups.flatMap((key, index) =>
    (groups.get(key) ?? []).map((debit) => ({ ...debit, batch: `${messageId}-${index + 1}` })),
  )
  putIntoRun(
    ctx,
    id,
    placed.map((debit) => ({ id: debit.id, batch: debit.batch, collectsOn: debit.collectsOn })),
  )
  const written = await writeCollections(ctx.tx, keys, {
    messageId,
    createdAt: ctx.now,
    message: terms.message,
    account,
    debits: placed,
  })
  if (!written.ok) return written
  saveHash(ctx, id, fileHash(written.value))
  ctx.audit({
    action: 'bank:prepare',
    objectType: 'payment_run',
    objectId: id,
    changes: [{ field: 'state', before: null, after: 'prepared' }],
  })
  return ok({ id })
}
