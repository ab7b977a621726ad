import type { Call } from '../../../host/http/route.ts'
import { namesOfStaff } from '../../../host/records/names-of-staff.ts'
import { moneyToJson } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { getBasket, getDraft, presentBasket, quoteToShow, type Draft } from '../../../departments/orders/index.ts'
import { offeredMethods } from '../../../departments/payments/index.ts'
import { purchaseOf } from '../../place-order/index.ts'

/** A draft as it is priced now, with how it can be delivered and paid: the shop's own quote, for whom it is taken. */
export async function viewDraft({ house, locale }: Call, id: string) {
  const { database } = house
  const draft = await getDraft(database, id)
  if (!draft.ok) return draft
  const basket = await getBasket(database, { id: draft.value.basketId, token: undefined, draft: true })
  if (!basket.ok) return basket
  const quote = await quoteToShow(database, basket.value, house.clock.now())
  if (!quote.ok) return quote
  const { currency } = basket.value.market
  const methods = await offeredMethods(database, purchaseOf(quote.value, quote.value.priced.total))
  const said = basket.value.saidPrices ?? {}
  return ok({
    ...(await headOf(house, draft.value)),
    deliveryMethod: basket.value.deliveryMethod,
    coupons: [...basket.value.coupons],
    saidPrices: Object.entries(said).map(([variantId, amount]) => ({ variantId, price: { amount, currency } })),
    basket: { ...presentBasket(quote.value, locale), join: null },
    total: moneyToJson(quote.value.priced.total),
    ways: methods.map(({ code, kind, names }) => ({ code, kind, name: names[locale] ?? names['en'] ?? code })),
  })
}

async function headOf(house: Call['house'], draft: Draft) {
  const { createdAt, updatedAt, id, version, ...rest } = draft
  const { customerId, email, address, billing, paymentMethod, note, priceNote, orderId } = rest
  const staff = /^staff:(?<id>[0-9a-f-]+)$/.exec(draft.madeBy)?.groups?.['id'] ?? ''
  const names = await namesOfStaff(house, staff === '' ? [] : [staff])
  return {
    ...{ id, version, customerId, email, address, billing: billing ?? null, paymentMethod, note, priceNote, orderId },
    madeBy: names.get(staff) ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
