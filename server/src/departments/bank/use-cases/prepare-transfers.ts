/**
 * Refunds that no provider sends become one file for the bank: back to the account under whose mandate was collected, or from which the order
 * was paid. A refund is in one file (one_live_transfer_per_refund), whoever presses how often; what has no known account stays with a person.
 */
import { openValues, sealValues } from '../../../host/auth/sealed-values.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { addBankingDays, findOwnAccount } from '../../payments/index.ts'
import { fileHash } from '../../../host/files/file-hash.ts'
import { isReachedByTransfer } from '../domain/iban.ts'
import { refusals } from '../domain/refusals.ts'
import { TRANSFER_MESSAGE } from '../domain/transfer-file.ts'
import { listRefundsToSend, type RefundToSend } from '../queries/read-transfers.ts'
import { nameOfRun, readSellersZone } from '../queries/read-runs.ts'
import { insertRun, saveHash } from '../store/runs.ts'
import { insertTransfers } from '../store/transfers.ts'
import { TRANSFER_IBAN, writeTransfers } from './file-of-run.ts'
import { PARTY_IBAN } from './party-account.ts'
import { MANDATE_IBAN, type Sealer } from './sign-mandate.ts'

export async function prepareTransfers(
  ctx: Context,
  keys: Sealer,
  { method }: { readonly method: string },
): Promise<Result<{ readonly id: string }>> {
  const account = await findOwnAccount(ctx.tx, method)
  if (!account) return refusals.no_account({ field: 'method' })
  const known = await withAccounts(ctx, keys, await listRefundsToSend(ctx.tx))
  if (known.length === 0) return refusals.nothing_due({ field: 'method' })
  const paysOn = addBankingDays(localDateIn(ctx.now, await readSellersZone(ctx.tx)), 0)
  const id = ctx.newId()
  const number = await insertRun(ctx, {
    ...{ id, kind: 'transfer', method, account, message: TRANSFER_MESSAGE, items: known.length, firstOn: paysOn },
    total: known.reduce((sum, { amount }) => sum + amount, 0n),
  })
  const messageId = nameOfRun({ number, madeAt: ctx.now })
  const named = known.map((refund, index) => ({
    ...{ ...refund, id: ctx.newId(), runId: id, batch: `${messageId}-1` },
    endToEndId: `R${refund.orderNumber}-${number}-${index + 1}`,
    remittance: `${refund.orderNumber} ${account.name}`,
  }))
  const sealed = await sealValues(
    ctx,
    keys,
    named.map((one) => ({ person: `bank_transfer:${one.id}`, place: TRANSFER_IBAN, text: one.iban })),
  )
  const rows = named.map((one, index) => ({ ...one, ibanSealed: sealed[index] ?? null }))
  insertTransfers(
    ctx,
    rows.map((row) => ({
      ...{
        id: row.id,
        refundId: row.refundId,
        orderId: row.orderId,
        runId: id,
        amount: String(row.amount),
        name: row.name,
      },
      ...{ ibanSealed: row.ibanSealed, ibanEndsOn: row.ibanEndsOn, remittance: row.remittance },
      ...{ endToEndId: row.endToEndId, batch: row.batch },
    })),
  )
  const head = { messageId, createdAt: ctx.now, account, paysOn }
  const written = await writeTransfers(ctx.tx, keys, head, rows)
  if (!written.ok) return written
  saveHash(ctx, id, fileHash(written.value))
  ctx.audit({
    ...{ action: 'bank:prepare', objectType: 'payment_run', objectId: id },
    changes: [{ field: 'state', before: null, after: 'prepared' }],
  })
  return ok({ id })
}

/** Those whose account is known and within reach of a transfer in euro. */
async function withAccounts(ctx: Context, keys: Sealer, refunds: readonly RefundToSend[]) {
  const ids = (key: 'mandateIban' | 'entryIban') => refunds.flatMap((one) => one[key] ?? [])
  const ofMandates = await openValues(ctx.tx, keys, { ids: ids('mandateIban'), place: MANDATE_IBAN })
  const ofEntries = await openValues(ctx.tx, keys, { ids: ids('entryIban'), place: PARTY_IBAN })
  return refunds.flatMap((refund) => {
    const iban = ofMandates.get(refund.mandateIban ?? '') ?? ofEntries.get(refund.entryIban ?? '') ?? ''
    return isReachedByTransfer(iban) && refund.name !== '' ? [{ ...refund, iban }] : []
  })
}
