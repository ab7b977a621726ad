import type { Call } from '../../../host/http/route.ts'
import { namesOfStaff } from '../../../host/records/names-of-staff.ts'
import { moneyToJson } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import {
  findDraftHold,
  getBasket,
  getDraft,
  piecesOfQuote,
  presentBasket,
  quoteToShow,
  type Draft,
  type Quote,
} from '../../../departments/orders/index.ts'
import { offeredMethods } from '../../../departments/payments/index.ts'
import { purchaseOf } from '../../place-order/index.ts'
import { keyOfDraft } from '../key-of-draft.ts'
import { viewMoney } from './view-money.ts'

/** A draft as it is priced now, with how it can be delivered and paid: the shop's own quote, for whom it is taken. */
export async function viewDraft({ house, locale }: Call, id: string) {
  const { database } = house
  const draft = await getDraft(database, id)
  if (!draft.ok) return draft
  const basket = await getBasket(database, keyOfDraft(draft.value))
  if (!basket.ok) return basket
  const quote = await quoteToShow(database, basket.value, house.clock.now())
  if (!quote.ok) return quote
  const { currency } = basket.value.market
  const { paidBy, due, deferral } = await viewMoney(house, quote.value)
  const methods = await offeredMethods(database, purchaseOf(quote.value, due, deferral))
  const said = basket.value.saidPrices ?? {}
  return ok({
    ...(await headOf(house, draft.value)),
    deliveryMethod: basket.value.deliveryMethod,
    coupons: [...basket.value.coupons],
    bundles: basket.value.bundles.map(({ variantId, quantity, choices }) => ({
      variantId,
      quantity,
      choices: [...choices],
    })),
    setAside: await setAsideOf(house, draft.value.id, quote.value),
    paidBy,
    saidPrices: Object.entries(said).map(([variantId, amount]) => ({ variantId, price: { amount, currency } })),
    basket: { ...presentBasket(quote.value, locale), join: null },
    total: moneyToJson(quote.value.priced.total),
    ways: methods.map(({ code, kind, names }) => ({ code, kind, name: names[locale] ?? names['en'] ?? code })),
  })
}

/** Until when its goods are set aside, and how many of them; what the quote's basket says of it is of the same moment. */
async function setAsideOf(house: Call['house'], id: string, quote: Quote) {
  const hold = await findDraftHold(house.database, id)
  if (!hold) return null
  const staff = staffIn(hold.heldBy)
  const count = (all: Iterable<number>) => [...all].reduce((sum, one) => sum + one, 0)
  return {
    until: hold.endsAt.toISOString(),
    by: (await namesOfStaff(house, staff === '' ? [] : [staff])).get(staff) ?? null,
    pieces: count(quote.basket.setAside?.values() ?? []),
    wanted: count(piecesOfQuote(quote).map(({ quantity }) => quantity)),
  }
}

const staffIn = (actor: string) => /^staff:(?<id>[0-9a-f-]+)$/.exec(actor)?.groups?.['id'] ?? ''

async function headOf(house: Call['house'], draft: Draft) {
  const { createdAt, updatedAt, id, version, ...rest } = draft
  const { customerId, email, address, billing, paymentMethod, note, priceNote, orderId } = rest
  const staff = staffIn(draft.madeBy)
  const names = await namesOfStaff(house, staff === '' ? [] : [staff])
  return {
    ...{ id, version, customerId, email, address, billing: billing ?? null, paymentMethod, note, priceNote, orderId },
    madeBy: names.get(staff) ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
