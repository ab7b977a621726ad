/** Of more countries than these nobody reads the list. */
const READABLE = 3

/**
 * What people call a market in a language: the name that it was given, else in English, else its countries, else (of many) its code.
 * Never empty.
 */
export function nameOfMarket({ code, names, countries }: NamedMarket, locale: string): string {
  const given = names[locale] ?? names['en'] ?? Object.values(names)[0]
  if (given) return given
  if (countries.length === 0 || countries.length > READABLE) return code.toUpperCase()
  const called = new Intl.DisplayNames(locale, { type: 'region' })
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' })
  return list.format(countries.map((country) => called.of(country) ?? country))
}

export interface NamedMarket {
  readonly code: string
  /** By language; empty where nobody gave one. */
  readonly names: Readonly<Record<string, string>>
  /** ISO 3166-1. */
  readonly countries: readonly string[]
}
