import { useMemo } from 'react'
import { useLocale } from 'use-intl'
import type { Option } from '../../ui/form/field.ts'

/** ISO 3166-1 alpha-2, as assigned in 2026. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  )

/** Countries by their names in the reader's language, in its order. */
export function useCountries(): readonly Option[] {
  const locale = useLocale()
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' })
    const order = new Intl.Collator(locale)
    return COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) =>
      order.compare(a.label, b.label),
    )
  }, [locale])
}

export function useCountryNames(): (codes: readonly string[]) => string {
  const locale = useLocale()
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' })
    const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' })
    return (codes) => list.format(codes.map((code) => names.of(code) ?? code))
  }, [locale])
}

export function useCurrencies(): readonly Option[] {
  const locale = useLocale()
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' })
    return Intl.supportedValuesOf('currency').map((value) => ({
      value,
      label: `${value} · ${names.of(value) ?? value}`,
    }))
  }, [locale])
}

export function timeZones(): readonly Option[] {
  return Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}

export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Monday to Sunday in the reader's language; 1 is Monday. */
export function useWeekdays(): readonly (Option & { readonly short: string })[] {
  const locale = useLocale()
  return useMemo(() => {
    const named = (weekday: 'long' | 'short') => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
    // 5 January 1970 was a Monday.
    const days = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, date: new Date(Date.UTC(1970, 0, 4 + value)) }))
    return days.map(({ value, date }) => ({
      value: String(value),
      label: named('long').format(date),
      short: named('short').format(date),
    }))
  }, [locale])
}
