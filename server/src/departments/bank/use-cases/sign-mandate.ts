import { deviceOf } from '../../../host/auth/device-name.ts'
import { sealValues } from '../../../host/auth/sealed-values.ts'
import type { Context, House } from '../../../host/context.ts'
import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import { clockIn, localDateIn } from '../../../kernel/time.ts'
import { addBankingDays, type DebitTerms } from '../../payments/index.ts'
import { dueDay } from '../domain/due-day.ts'
import { checkSigned, faultsOfSigned, MANDATE_TEXT, type Signed } from '../domain/mandate.ts'
import { isIban } from '../domain/iban.ts'
import { refusals } from '../domain/refusals.ts'
import { insertDebit, insertMandate } from '../store/direct-debits.ts'
import { announce } from './announce-debit.ts'

export type Sealer = Pick<House, 'linkKey' | 'formerLinkKeys' | 'organisation'>

/** What somebody signed with the button that orders. */
export interface SignedMandate extends Signed {
  /** As they read it. */
  readonly text: readonly string[]
  readonly userAgent: string | undefined
  /** Under which the account is sealed. */
  readonly keys: Sealer
}

/** What was typed, as a bank would take it; looked at before anything is written. */
export function checkMandate(signed: SignedMandate | undefined): Result<SignedMandate> {
  if (!signed) return refusals.mandate_missing({ field: 'debit' })
  const checked = checkSigned(signed, isIban)
  return checked.ok ? ok({ ...signed, ...checked.value }) : checked
}

/** All that a form has to tell: what was typed, and the tick that signs it. */
export function faultsOfMandate(typed: Signed, isSigned: boolean): Refusal[] {
  const missing = isSigned ? [] : [refusals.mandate_missing({ field: 'debit' })]
  return [...faultsOfSigned(typed, isIban), ...missing].map(({ refusal }) => refusal)
}

export interface OrderToCollect {
  readonly orderId: string
  readonly number: string
  readonly paymentId: string
  /** Whole cents of euro. */
  readonly amount: bigint
  readonly method: { readonly code: string; readonly debit?: DebitTerms | null }
  readonly timeZone: string
  readonly locale: string
}

export const MANDATE_IBAN = 'bank.mandate.iban_sealed'
/** Who buys may buy as a guest: each mandate is a person of its own. */
const personOfMandate = (id: string) => `bank_mandate:${id}`

/** Keeps a mandate with everything that proves it, and plans the collection, which is announced at once. */
export async function signMandate(ctx: Context, signed: SignedMandate, order: OrderToCollect): Promise<Result<void>> {
  const terms = order.method.debit
  if (!terms) return refusals.mandate_missing({ field: 'debit' })
  const id = ctx.newId()
  const today = localDateIn(ctx.now, order.timeZone)
  const [sealed] = await sealValues(ctx, signed.keys, [
    { person: personOfMandate(id), place: MANDATE_IBAN, text: signed.iban },
  ])
  const { browser, system } = deviceOf(signed.userAgent ?? null)
  insertMandate(ctx, {
    ...{ id, reference: `M-${order.number}`, orderId: order.orderId, method: order.method.code },
    ...{ creditorId: terms.creditorId, creditorName: terms.name, holder: signed.holder, locale: order.locale },
    ...{ ibanSealed: sealed ?? null, ibanEndsOn: signed.iban.slice(-4), text: signed.text.join('\n\n') },
    ...{ textVersion: MANDATE_TEXT, device: [browser, system].filter(Boolean).join(', '), signedOn: today },
  })
  const clock = clockIn(ctx.now, order.timeZone)
  const debitId = ctx.newId()
  insertDebit(ctx, {
    ...{ id: debitId, mandateId: id, orderId: order.orderId, paymentId: order.paymentId, attempt: 1 },
    ...{ amount: order.amount, dueOn: dueDay({ ...terms, today, clock, addBankingDays }) },
    ...{
      endToEndId: `D${order.number}-1`,
      holder: signed.holder,
      reference: `M-${order.number}`,
      orderNumber: order.number,
    },
  })
  announce(ctx, debitId, 1)
  return ok()
}
