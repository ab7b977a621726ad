import type { Locale } from '../host/i18n/locales.ts'
import { dateLocale, formatDateTime, formatMoney } from '../host/i18n/format.ts'
import type { Translate } from '../host/i18n/translate.ts'
import type { Money } from '../kernel/money.ts'
import type { UnitPrice } from '../kernel/unit-price.ts'
import { formatExactPrice } from './format-exact-price.ts'
import type { Market, Texts } from './views.ts'
import type { Shop } from './views.ts'

/** For whom a page is rendered: language, market, country, and the address that was asked for. */
export interface Visit {
  readonly shop: Shop
  readonly locale: Locale
  readonly market: Market
  readonly country: string
  /** Who is signed in, as prices see them; undefined for everybody else. */
  readonly shopper?: Shopper
  /** `https://shop.example`, for canonical addresses. */
  readonly origin: string
  /** Below the language: `` for the home page, `/products/mug`. */
  readonly path: string
  /** As asked, without `?`. */
  readonly query: string
  /** Message of the storefront's own catalogue. */
  readonly t: Translate
  /** Message by its full key: refusals of departments. */
  readonly translate: Translate
}

export interface Shopper {
  readonly id: string
  readonly name: string
  readonly groups: readonly string[]
  readonly company?: string
}

/** Address of a page in the visit's language. */
export function href(visit: Visit, path: string): string {
  return `/${visit.locale}${path}`
}

export function showMoney(visit: Visit, amount: Money): string {
  return formatMoney(amount, visit.locale)
}

/** A price of a piece that may be finer than the minor unit: `0.0125 €`. */
export function showPrice(visit: Visit, price: Money, exact: UnitPrice | undefined): string {
  return exact ? formatExactPrice(exact, visit.locale) : formatMoney(price, visit.locale)
}

export function showDateTime(visit: Visit, instant: Date): string {
  return formatDateTime(instant, visit.locale, visit.market.timeZone)
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** A local day (`2026-11-25`) as "Wednesday 25 November", or "Wednesday, November 25" where the market is American. */
export function showDay(visit: Visit, day: string): string {
  return dayOf(visit, day, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** A local day (`2028-01-31`) as "31 January 2028": of what may be years away, the year matters more than the weekday. */
export function showDate(visit: Visit, day: string): string {
  return dayOf(visit, day, { dateStyle: 'long' })
}

function dayOf({ locale, market }: Visit, day: string, options: Intl.DateTimeFormatOptions): string {
  const tongue = dateLocale(locale, market.timeZone)
  const key = `${tongue}${options.dateStyle ?? ''}`
  let format = dayFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(tongue, { ...options, timeZone: 'UTC' })
    dayFormats.set(key, format)
  }
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** A text of the shop's own data in the visit's language; English where that is missing. */
export function textIn(visit: Pick<Visit, 'locale'>, texts: Texts): string {
  return texts[visit.locale] ?? texts.en ?? Object.values(texts)[0] ?? ''
}

/** Language of the text that `textIn` found, so that a screen reader pronounces it right. */
export function languageOf(visit: Pick<Visit, 'locale'>, texts: Texts): Locale | 'en' {
  return texts[visit.locale] === undefined ? 'en' : visit.locale
}

const regionNames = new Map<Locale, Intl.DisplayNames>()

export function countryName(locale: Locale, country: string): string {
  let names = regionNames.get(locale)
  if (!names) {
    names = new Intl.DisplayNames(locale, { type: 'region' })
    regionNames.set(locale, names)
  }
  return names.of(country) ?? country
}

/** Each language by its own name: who cannot read the page can still leave it. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  it: 'Italiano',
  es: 'Español',
  id: 'Bahasa Indonesia',
}

export interface CountryChoice {
  readonly code: string
  readonly name: string
}

const choicesOfShops = new WeakMap<Shop, Map<Locale, readonly CountryChoice[]>>()

/** Countries of all markets by name, as the visitor's language sorts them. On every page, so sorted once a shop. */
export function countriesOf({ shop, locale }: Visit): readonly CountryChoice[] {
  const known = choicesOfShops.get(shop) ?? new Map<Locale, readonly CountryChoice[]>()
  choicesOfShops.set(shop, known)
  let choices = known.get(locale)
  if (!choices) {
    const codes = [...new Set(shop.markets.flatMap((market) => market.countries))]
    choices = codes
      .map((code) => ({ code, name: countryName(locale, code) }))
      .sort((a, b) => a.name.localeCompare(b.name, locale))
    known.set(locale, choices)
  }
  return choices
}
