import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { Tone } from '../../ui/state-badge.tsx'

export type ParcelRow = RowOf<Got<'/api/parcels'>>
export type ParcelsOfOrder = Got<'/api/orders/{id}/parcels'>
export type Parcel = ParcelsOfOrder['items'][number]
export type Pieces = ParcelsOfOrder['left'][number]
export type ParcelState = Parcel['state']
export type ParcelAct = 'ship' | 'deliver' | 'lose' | 'return' | 'take_back'

export const PARCEL_TONES: Readonly<Record<ParcelState, Tone>> = {
  packed: 'waiting',
  shipped: 'active',
  delivered: 'good',
  lost: 'danger',
  returned: 'danger',
  taken_back: 'neutral',
}

/** By language, since reasons are words. */
export const parcelsOfOrder = (orderId: string, locale: string) =>
  queryOptions({
    queryKey: ['fulfilment', 'order', orderId, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/orders/{id}/parcels', { params: { path: { id: orderId } }, signal })),
  })

/** What is in it, on paper. */
export const slipOf = (parcelId: string) => `/api/parcels/${parcelId}/slip`

/** Who could carry a parcel of this number. */
export const recognised = (number: string) =>
  queryOptions({
    queryKey: ['fulfilment', 'tracking', number],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/tracking-numbers/{number}', { params: { path: { number } }, signal })),
    staleTime: Infinity,
  })

export interface Tracking {
  readonly carrier: string
  readonly trackingNumber: string
  readonly trackingUrl: string
}

export interface ParcelToPack extends Tracking {
  readonly lines: { position: number; quantity: number }[]
  readonly location?: string
  readonly ship: boolean
}

export const packParcel = (orderId: string, body: ParcelToPack, key: string) =>
  answer(
    api.POST('/api/orders/{id}/parcels', {
      params: { path: { id: orderId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  )

export const recordFact = (
  parcelId: string,
  body: { readonly act: ParcelAct; readonly note?: string; readonly on?: string },
  key: string,
) =>
  answer(
    api.POST('/api/parcels/{id}/facts', {
      params: { path: { id: parcelId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  )

export const putTracking = (parcelId: string, { carrier, trackingNumber, trackingUrl }: Tracking) =>
  answer(
    api.PUT('/api/parcels/{id}/tracking', {
      params: { path: { id: parcelId } },
      body: { carrier, trackingNumber, trackingUrl },
    }),
  )
