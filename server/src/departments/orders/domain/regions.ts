import { REGION_DATA } from './region-data.ts'
import { INDONESIAN_PROVINCES, IRISH_COUNTIES, ITALIAN_PROVINCES, SPANISH_PROVINCES } from './region-names.ts'

export interface Region {
  readonly value: string
  readonly name: string
}

/** The regions of a country whose addresses need one, by name; undefined where it is typed or there is none. */
export function regionChoices(country: string): readonly Region[] | undefined {
  const data = REGION_DATA[country]
  return choices[country] ?? (data === undefined ? undefined : read(data))
}

const read = (data: string): Region[] =>
  data.split('~').map((one) => {
    const [value = '', name = value] = one.split('=')
    return { value, name }
  })

const named = (names: readonly string[]): Region[] => names.map((name) => ({ value: name, name }))

/** Italian envelopes carry the two letters of the province. */
const choices: Readonly<Record<string, readonly Region[]>> = {
  IT: ITALIAN_PROVINCES.map(([code, name]) => ({ value: code, name: `${name} (${code})` })),
  ES: named(SPANISH_PROVINCES),
  ID: named(INDONESIAN_PROVINCES),
  IE: named(IRISH_COUNTIES),
}
