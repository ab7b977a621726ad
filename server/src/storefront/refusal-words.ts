import { refusalKey } from '../host/http/problem.ts'
import type { Refusal } from '../kernel/result.ts'
import { countryName, type Visit } from './visit.ts'

/** What a refusal says to a shopper: what is wrong, and what to do. */
export function refusalWords({ translate }: Visit, { code, params }: Refusal): string {
  const key = refusalKey(code)
  const title = translate(`${key}.title`, params)
  // Titles head a page elsewhere and then have no full stop; here a sentence follows.
  return `${/[.!?…]$/.test(title) ? title : `${title}.`} ${translate(`${key}.remedy`, params)}`
}

/** A country by its name: its code is nothing to a shopper. */
export function namedCountry({ locale }: Visit, params: Refusal['params'] = {}): NonNullable<Refusal['params']> {
  const { country } = params
  return typeof country === 'string' ? { ...params, country: countryName(locale, country) } : params
}
