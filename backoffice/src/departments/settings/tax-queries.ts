import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { Values } from '../../ui/form/field.ts'

export type TaxZone = RowOf<Got<'/api/tax-zones'>>
export type MarketChoices = RowOf<Got<'/api/tax-choices'>>
export type ChoiceExample = RowOf<Got<'/api/tax-choices/examples'>>
export type Choice = keyof MarketChoices['choices']

export const taxZoneList = queryOptions({
  queryKey: ['settings', 'tax-zones'],
  queryFn: ({ signal }) => answer(api.GET('/api/tax-zones', { signal })),
})
export type TaxCategory = RowOf<Got<'/api/tax-categories'>>

export const taxCategoryList = queryOptions({
  queryKey: ['settings', 'tax-categories'],
  queryFn: ({ signal }) => answer(api.GET('/api/tax-categories', { signal })),
})

export const nameOfCategory = ({ names, code }: Pick<TaxCategory, 'names' | 'code'>, locale: string): string =>
  names[locale] ?? names['en'] ?? code

export const marketChoicesList = queryOptions({
  queryKey: ['settings', 'tax-choices'],
  queryFn: ({ signal }) => answer(api.GET('/api/tax-choices', { signal })),
})
/** They follow from the program alone. */
export const choiceExamples = queryOptions({
  queryKey: ['tax-choice-examples'],
  queryFn: ({ signal }) => answer(api.GET('/api/tax-choices/examples', { signal })),
  staleTime: Infinity,
})

const header = (version: number | undefined) => (version ? { 'If-Match': `"${version}"` } : {})

export function putTaxZone(code: string, version: number | undefined, values: Values) {
  const params = { path: { code }, header: header(version) }
  return answer(api.PUT('/api/tax-zones/{code}', { params, body: values as Omit<TaxZone, 'code' | 'version'> }))
}

export function putTaxCategory(
  code: string,
  version: number | undefined,
  names: TaxCategory['names'] & { en: string },
) {
  const params = { path: { code }, header: header(version) }
  return answer(api.PUT('/api/tax-categories/{code}', { params, body: { names } }))
}

export function putTaxChoices(market: string, version: number | undefined, values: Values) {
  const params = { path: { market }, header: header(version) }
  return answer(api.PUT('/api/tax-choices/{market}', { params, body: values as MarketChoices['choices'] }))
}

export interface Trial {
  readonly market: string
  readonly country: string
  readonly region?: string
  readonly postcode?: string
  readonly category: string
  readonly amount: number
  readonly on?: string
}

export const tryTaxes = (body: Trial) => answer(api.POST('/api/tax-trials', { body }))
export type Tried = Awaited<ReturnType<typeof tryTaxes>>
