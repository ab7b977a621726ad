import type { FastifyRequest } from 'fastify'
import { cookieOf } from '../host/http/cookies.ts'
import type { Locale } from '../host/i18n/locales.ts'
import type { Translations } from '../host/i18n/translate.ts'
import { marketOfCountry } from '../departments/organisation/index.ts'
import type { Market, Shop } from './views.ts'
import type { Visit } from './visit.ts'

export const COUNTRY_COOKIE = 'fondaco_country'

/** Where somebody who reads a language most likely is, until they say. */
const HOME: Readonly<Record<Locale, string>> = { en: 'IE', it: 'IT', es: 'ES', id: 'ID' }

/** Before a shop has said where it sells: pages of trouble need a market to speak of. */
const NOWHERE = {
  countries: [],
  currency: 'EUR',
  pricesIncludeTax: true,
  timeZone: 'UTC',
  entityId: '',
} as unknown as Market

export function countryCookie(request: FastifyRequest): string {
  const country = cookieOf(request, COUNTRY_COOKIE)
  return country !== undefined && /^[A-Z]{2}$/.test(country) ? country : ''
}

/** Who looks at what, from the address and two cookies. */
export function visitOf(request: FastifyRequest, shop: Shop, locale: Locale, translations: Translations): Visit {
  const { market, country } = placeOf(shop, locale, countryCookie(request))
  const [path = '', query = ''] = request.url.split('?', 2)
  const translate = translations.for(locale)
  return {
    shop,
    locale,
    market,
    country,
    origin: `${request.protocol}://${request.headers.host ?? ''}`,
    path: path.slice(locale.length + 1).replace(/\/$/, ''),
    query,
    t: (key, values) => translate(`storefront.${key}`, values),
    translate,
  }
}

function placeOf({ markets }: Shop, locale: Locale, chosen: string): { market: Market; country: string } {
  for (const country of [chosen, HOME[locale]]) {
    const market = marketOfCountry(markets, country)
    if (market) return { market, country }
  }
  const market = markets.find(({ language }) => language === locale) ?? markets[0] ?? NOWHERE
  return { market, country: market.countries[0] ?? HOME[locale] }
}

/** The same visit, buying for another country: a basket has one of its own. */
export function inCountry(visit: Visit, country: string): Visit {
  const market = marketOfCountry(visit.shop.markets, country)
  return market ? { ...visit, market, country } : visit
}
