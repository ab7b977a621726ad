import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { Values } from '../../ui/form/field.ts'

export type Setting = RowOf<Got<'/api/settings'>>
export type SettingChange = RowOf<Got<'/api/settings/orders.payment_minutes/history'>>
export type Entity = RowOf<Got<'/api/entities'>>
export type Market = RowOf<Got<'/api/markets'>>
export type Location = RowOf<Got<'/api/locations'>>
export type TaxRate = RowOf<Got<'/api/tax-rates'>>

/** Each setting has a path of its own, so that each says its own permission; to a screen they are alike. */
type AnySetting = '/api/settings/orders.payment_minutes'
const pathOf = (key: string) => `/api/settings/${key}` as AnySetting

export const settingList = queryOptions({
  queryKey: ['settings', 'list'],
  queryFn: ({ signal }) => answer(api.GET('/api/settings', { signal })),
})

export const settingHistory = (key: string) =>
  queryOptions({
    queryKey: ['settings', 'history', key],
    queryFn: ({ signal }) => answer(api.GET(`${pathOf(key)}/history` as `${AnySetting}/history`, { signal })),
  })

/** Refused with 409 when somebody else set it since it was read. Null takes it back to the default. */
export function setSetting({ key, version }: Pick<Setting, 'key' | 'version'>, value: unknown) {
  return answer(
    api.PUT(pathOf(key), {
      params: { header: { 'If-Match': `"${version}"` } },
      body: { value: value as number | null },
    }),
  )
}

export const entityList = queryOptions({
  queryKey: ['settings', 'entities'],
  queryFn: ({ signal }) => answer(api.GET('/api/entities', { signal })),
})
export const marketList = queryOptions({
  queryKey: ['settings', 'markets'],
  queryFn: ({ signal }) => answer(api.GET('/api/markets', { signal })),
})
export const locationList = queryOptions({
  queryKey: ['settings', 'locations'],
  queryFn: ({ signal }) => answer(api.GET('/api/locations', { signal })),
})
export const taxRateList = queryOptions({
  queryKey: ['settings', 'taxes'],
  queryFn: ({ signal }) => answer(api.GET('/api/tax-rates', { signal })),
})

const header = (version: number | undefined) => (version === undefined ? {} : { 'If-Match': `"${version}"` })
/** The form's fields are the operation's; the server judges them again. */
const bodyOf = <Body>(values: Values) => values as Body

export function putEntity(code: string, version: number | undefined, values: Values) {
  const params = { path: { code }, header: header(version) }
  return answer(
    api.PUT('/api/entities/{code}', { params, body: bodyOf<Omit<Entity, 'id' | 'code' | 'version'>>(values) }),
  )
}

type MarketBody = Omit<Market, 'id' | 'code' | 'version' | 'timeZone' | 'language'> & {
  language: 'en' | 'it' | 'es' | 'id'
}

export function putMarket(code: string, version: number | undefined, values: Values) {
  const params = { path: { code }, header: header(version) }
  return answer(api.PUT('/api/markets/{code}', { params, body: bodyOf<MarketBody>(values) }))
}

export function putLocation(code: string, version: number | undefined, values: Values) {
  const params = { path: { code }, header: header(version) }
  return answer(
    api.PUT('/api/locations/{code}', { params, body: bodyOf<Pick<Location, 'name' | 'kind' | 'country'>>(values) }),
  )
}

export function postTaxRate(values: Values) {
  return answer(
    api.POST('/api/tax-rates', { body: bodyOf<Omit<TaxRate, 'validTo' | 'zone'> & { zone?: string }>(values) }),
  )
}
