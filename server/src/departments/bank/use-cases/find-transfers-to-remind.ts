import type { House } from '../../../host/context.ts'
import { mailLocale } from '../../../host/mail/mail-kind.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { recallSetting } from '../../../host/settings/read-setting.ts'
import { getOrder, listOrdersToExpire, orderPage, type OrderDetail } from '../../orders/index.ts'
import { findTransfer, inFours, type TransferDetails } from '../../payments/index.ts'
import { isTimeToRemind } from '../domain/remind.ts'
import { reminderDays } from '../queries/reminder-days.ts'

export interface TransferToRemind {
  readonly order: OrderDetail
  readonly transfer: TransferDetails
  /** To whom, which account, and the reference: as people copy them. */
  readonly account: readonly string[]
  /** Of the order's page, in the buyer's language. */
  readonly link: string
  readonly locale: Locale
}

const MOST = 500
const DAY_MS = 86_400_000

/** Orders that end soon unless their transfer arrives, those that end first before the others. */
export async function findTransfersToRemind(house: House): Promise<TransferToRemind[]> {
  const now = house.clock.now()
  const days = await recallSetting(house.database, reminderDays)
  if (days === 0) return []
  const found: TransferToRemind[] = []
  for (const id of await listOrdersToExpire(house.database, new Date(now.getTime() + days * DAY_MS), MOST)) {
    const [order, transfer] = await Promise.all([getOrder(house.database, id), findTransfer(house.database, id)])
    if (!order.ok || !transfer) continue
    const waiting = { placedAt: new Date(order.value.placedAt), expiresAt: new Date(order.value.expiresAt) }
    if (!isTimeToRemind(waiting, { now, days })) continue
    const { holder, iban, bic, reference } = transfer
    const account = [holder, inFours(iban), bic, inFours(reference)].filter((line) => line !== '')
    const locale = mailLocale(order.value.locale)
    found.push({ order: order.value, transfer, account, link: orderPage(house, { id, locale }), locale })
  }
  return found
}
