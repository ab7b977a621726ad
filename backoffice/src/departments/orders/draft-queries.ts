import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'
import type { Money } from '../../ui/format-money.ts'
import type { Order } from './queries.ts'

export type DraftRow = RowOf<Got<'/api/order-drafts'>>
export type Draft = Got<'/api/order-drafts/{id}'>
export type DraftWish = NonNullable<
  paths['/api/order-drafts/{id}']['put']['requestBody']
>['content']['application/json']

export const draftDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['orders', 'draft', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/order-drafts/{id}', { params: { path: { id } }, signal })),
  })

export const createDraft = (wish: DraftWish) => answer(api.POST('/api/order-drafts', { body: wish }))

export const saveDraft = (id: string, { wish, version }: { readonly wish: DraftWish; readonly version: number }) =>
  answer(
    api.PUT('/api/order-drafts/{id}', {
      params: { path: { id } },
      headers: { 'If-Match': `"${version}"` },
      body: wish,
    }),
  )

export const deleteDraft = (id: string) => answer(api.DELETE('/api/order-drafts/{id}', { params: { path: { id } } }))

/** `key`: asked twice under the same, it is one order. */
export const orderDraft = (
  id: string,
  { acceptedTotal, key }: { readonly acceptedTotal: Money; readonly key: string },
) =>
  answer(
    api.POST('/api/order-drafts/{id}/order', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body: { acceptedTotal },
    }),
  )

export const emptyWish = (country: string): DraftWish => ({
  customerId: null,
  email: '',
  address: { name: '', country },
  billing: null,
  lines: [],
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
    basket,
  } = draft
  const said = new Map(saidPrices.map(({ variantId, price }) => [variantId, price.amount]))
  return {
    ...{ customerId, email, address, billing, coupons, deliveryMethod, paymentMethod, note, priceNote },
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
