import type { House } from '../../../host/context.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { mailLocale } from '../../../host/mail/mail-kind.ts'
import { getOrder, orderPage, type OrderDetail } from '../../orders/index.ts'
import { inFours } from '../domain/creditor-reference.ts'
import { findTransfer, type TransferDetails } from '../queries/find-transfer.ts'

export interface TransferToTell {
  readonly order: OrderDetail
  readonly transfer: TransferDetails
  /** To whom, which account, and the reference: as people copy them. */
  readonly account: readonly string[]
  /** Of the order's page, in the buyer's language. */
  readonly link: string
  readonly locale: Locale
}

/** Where the money of an order is to go, for who is told; undefined where none is awaited by transfer (any more). */
export async function findTransferToTell(house: House, orderId: string): Promise<TransferToTell | undefined> {
  const [order, transfer] = await Promise.all([
    getOrder(house.database, orderId),
    findTransfer(house.database, orderId),
  ])
  if (!order.ok || !transfer) return undefined
  const { holder, iban, bic, reference } = transfer
  const account = [holder, inFours(iban), bic, inFours(reference)].filter((line) => line !== '')
  const locale = mailLocale(order.value.locale)
  return { order: order.value, transfer, account, link: orderPage(house, { id: orderId, locale }), locale }
}
