/** A text of the shop's own data in the reader's language, else in English. */
export function nameIn(names: Readonly<Record<string, string | undefined>>, locale: string): string {
  return names[locale] ?? names['en'] ?? ''
}
