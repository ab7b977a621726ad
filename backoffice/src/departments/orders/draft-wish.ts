import type { Got } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'
import type { Order } from './queries.ts'

export type Draft = Got<'/api/order-drafts/{id}'>
export type DraftWish = NonNullable<
  paths['/api/order-drafts/{id}']['put']['requestBody']
>['content']['application/json']

export const emptyWish = (country: string): DraftWish => ({
  customerId: null,
  email: '',
  address: { name: '', country },
  billing: null,
  lines: [],
  bundles: [],
  coupons: [],
  deliveryMethod: null,
  paymentMethod: null,
  note: null,
  priceNote: null,
})

/** What a draft says, as it is sent back. */
export function wishOfDraft(draft: Draft): DraftWish {
  const {
    customerId,
    email,
    address,
    billing,
    coupons,
    deliveryMethod,
    paymentMethod,
    note,
    priceNote,
    saidPrices,
    bundles,
    basket,
  } = draft
  const said = new Map(saidPrices.map(({ variantId, price }) => [variantId, price.amount]))
  return {
    ...{ customerId, email, address, billing, coupons, deliveryMethod, paymentMethod, note, priceNote, bundles },
    lines: basket.lines.map(({ variantId, quantity }) => {
      const unitPrice = said.get(variantId)
      return { variantId, quantity, ...(unitPrice !== undefined && { unitPrice }) }
    }),
  }
}

/** The same again at the prices of now: another draft, or what an order held. */
export const againOfDraft = (draft: Draft): DraftWish => {
  const wish = wishOfDraft(draft)
  return { ...wish, priceNote: null, lines: wish.lines.map(({ variantId, quantity }) => ({ variantId, quantity })) }
}

export function againOfOrder({ customerId, email, address, billing, delivery, lines }: Order): DraftWish {
  const pieces = new Map<string, number>()
  for (const { variantId, quantity, kind, bundle } of lines) {
    if (bundle === null && kind !== 'gift_card') pieces.set(variantId, (pieces.get(variantId) ?? 0) + quantity)
  }
  return {
    ...emptyWish(address.country),
    customerId,
    email,
    address: saidOf(address),
    billing: billing && saidOf(billing),
    deliveryMethod: delivery.method,
    lines: [...pieces].map(([variantId, quantity]) => ({ variantId, quantity })),
  }
}

/** What it does not say is left out. */
function saidOf(address: Order['address']): DraftWish['address'] {
  const { name, street, postcode, city, country, company, street2, region, phone } = address
  return {
    ...{ name, street, postcode, city, country },
    ...(company !== null && { company }),
    ...(street2 !== null && { street2 }),
    ...(region !== null && { region }),
    ...(phone !== null && { phone }),
  }
}
