import type { Context } from '../../host/context.ts'
import type { Call } from '../../host/http/route.ts'
import type { Money } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { checkMandate, mandateText, signMandate, type SignedMandate } from '../../departments/bank/index.ts'
import { findDebitTerms, type PaymentMethod } from '../../departments/payments/index.ts'

/** What was signed, looked at before anything is written; undefined where the order is paid otherwise. */
export function mandateAsked(
  method: PaymentMethod | undefined,
  signed: SignedMandate | undefined,
): Result<SignedMandate | undefined> {
  return method?.kind === 'sepa_debit' ? checkMandate(signed) : ok(undefined)
}

interface Collecting {
  readonly orderId: string
  readonly number: bigint
  readonly paymentId: string
  readonly amount: Money
  readonly method: PaymentMethod
  readonly timeZone: string
  readonly locale: string
}

/** In the transaction of the order: its mandate, and the collection that is announced. */
export function keepMandate(
  ctx: Context,
  signed: SignedMandate | undefined,
  { number, amount, ...order }: Collecting,
): Promise<Result<void>> {
  const to = { ...order, number: String(number), amount: amount.amount }
  return signed ? signMandate(ctx, signed, to) : Promise.resolve(ok())
}

export interface Typed {
  /** The way to pay. */
  readonly method: string
  readonly holder: string
  readonly iban: string
}

/** What somebody typed, with the words that they were shown for it. */
export async function signedBy(
  { house, locale, userAgent }: Pick<Call, 'house' | 'locale' | 'userAgent'>,
  { method, holder, iban }: Typed,
): Promise<SignedMandate | undefined> {
  const terms = await findDebitTerms(house.database, method)
  return terms && { holder, iban, text: mandateText(house.translations.for(locale), terms), userAgent, keys: house }
}
