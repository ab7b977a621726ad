import type { Context, House } from '../../../host/context.ts'
import { mailLocale } from '../../../host/mail/mail-kind.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { orderPage, type OrderDetail } from '../../orders/index.ts'
import { whatIsLeft, isOut } from '../domain/what-is-left.ts'
import { parcelLeft } from '../events.ts'
import type { Parcel } from '../queries/read-parcels.ts'
import { saveLeft } from '../store/parcels.ts'
import { holdParcel } from './read-dispatch.ts'
import { named, type NamedPieces } from './view-parcels.ts'

export interface LeftParcel {
  readonly parcel: Parcel
  readonly detail: OrderDetail
  readonly pieces: readonly NamedPieces[]
  readonly timeZone: string
  /** Nothing of the order is still to come. */
  readonly isLast: boolean
  /** Of the order's page, in the buyer's language. */
  readonly link: string
  readonly locale: Locale
}

/**
 * It can no longer be taken back: now others act on it. Undefined where it was taken back meanwhile, or has left before.
 */
export async function finishLeaving(
  ctx: Context,
  house: House,
  parcelId: string,
): Promise<Result<LeftParcel | undefined>> {
  const found = await holdParcel(ctx, parcelId)
  if (!found.ok) return found
  const { order, detail, lines, parcels, parcel } = found.value
  if (!isOut(parcel) || parcel.leftAt !== null) return ok(undefined)
  saveLeft(ctx, parcel.id)
  ctx.emit(parcelLeft({ orderId: order.id, parcelId: parcel.id, number: parcel.number }))
  const pieces = parcel.lines.map((line) => named(detail, line))
  const isLast = whatIsLeft(lines, parcels.filter(isOut)).length === 0
  const locale = mailLocale(detail.locale)
  const link = orderPage(house, { id: detail.id, locale })
  return ok({ parcel, detail, pieces, timeZone: order.timeZone, isLast, link, locale })
}
