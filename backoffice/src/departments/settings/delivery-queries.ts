import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { Values } from '../../ui/form/field.ts'

export type DeliveryMethod = RowOf<Got<'/api/delivery-methods'>>
export type DeliveryZone = RowOf<Got<'/api/delivery-zones'>>
export type DispatchPlace = RowOf<Got<'/api/delivery-places'>>
export type Tariff = DeliveryMethod['rates'][number]['tariffs'][string]

export const deliveryMethodList = queryOptions({
  queryKey: ['settings', 'delivery'],
  queryFn: ({ signal }) => answer(api.GET('/api/delivery-methods', { signal })),
})
export const deliveryZoneList = queryOptions({
  queryKey: ['settings', 'delivery-zones'],
  queryFn: ({ signal }) => answer(api.GET('/api/delivery-zones', { signal })),
})
export const dispatchPlaceList = queryOptions({
  queryKey: ['settings', 'delivery-places'],
  queryFn: ({ signal }) => answer(api.GET('/api/delivery-places', { signal })),
})

const header = (version: number | undefined) => (version === undefined ? {} : { 'If-Match': `"${version}"` })
/** The form's fields are the operation's; the server judges them again. */
const bodyOf = <Body>(values: Values) => values as Body

export function putDeliveryMethod(code: string, version: number | undefined, values: Values) {
  const params = { path: { code }, header: header(version) }
  return answer(
    api.PUT('/api/delivery-methods/{code}', { params, body: bodyOf<Omit<DeliveryMethod, 'code' | 'version'>>(values) }),
  )
}

export function putDeliveryZone(code: string, version: number | undefined, values: Values) {
  const params = { path: { code }, header: header(version) }
  return answer(
    api.PUT('/api/delivery-zones/{code}', { params, body: bodyOf<Omit<DeliveryZone, 'code' | 'version'>>(values) }),
  )
}

export function putDispatchPlace(code: string, version: number | undefined, values: Values) {
  const params = { path: { code }, header: header(version) }
  return answer(
    api.PUT('/api/delivery-places/{code}', { params, body: bodyOf<Omit<DispatchPlace, 'code' | 'version'>>(values) }),
  )
}

export interface DeliveryTrial {
  readonly market: string
  readonly country: string
  readonly region?: string
  readonly postcode?: string
  readonly weightGrams: number
  readonly units: number
  readonly amount: number
}

export const tryDelivery = (body: DeliveryTrial) => answer(api.POST('/api/delivery-trials', { body }))
export type DeliveryTried = Awaited<ReturnType<typeof tryDelivery>>
