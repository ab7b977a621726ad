/** What somebody or something is called, by language; English is always there. */
export interface Names {
  readonly en: string
  readonly it?: string
  readonly es?: string
  readonly id?: string
}

export function nameIn(names: Names, locale: string): string {
  return new Map(Object.entries(names)).get(locale) ?? names.en
}
