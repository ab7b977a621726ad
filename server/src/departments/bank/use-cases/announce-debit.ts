import type { Context, House } from '../../../host/context.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { mailLocale } from '../../../host/mail/mail-kind.ts'
import { getOrder, orderPage, type OrderDetail } from '../../orders/index.ts'
import { findDebit, type Debit } from '../queries/read-debits.ts'

/** Who pays is told amount and day, by a job behind the transaction that decided them. `version`: of the debit, told once for each. */
export function announce(ctx: Context, debitId: string, version: number): void {
  ctx.enqueue({ kind: 'announce-direct-debit', ref: debitId, dedupKey: `${debitId} ${version}` })
}

/** That a bank did not collect, or took back. */
export function tellBack(ctx: Context, debitId: string): void {
  ctx.enqueue({ kind: 'tell-direct-debit-back', ref: debitId, dedupKey: debitId })
}

export interface DebitToTell {
  readonly debit: Debit
  readonly order: OrderDetail
  readonly locale: Locale
  /** Of the order's page. */
  readonly link: string
}

export async function findDebitToTell(house: House, debitId: string): Promise<DebitToTell | undefined> {
  const debit = await findDebit(house.database, debitId)
  const order = debit && (await getOrder(house.database, debit.orderId))
  if (!debit || !order?.ok) return undefined
  const locale = mailLocale(order.value.locale)
  return { debit, order: order.value, locale, link: orderPage(house, { id: debit.orderId, locale }) }
}
