/** Under which words besides its number and its buyer somebody looks for an order. */
export type SearchTermKind = 'tracking'

/** As it is kept and looked for: carriers print the same number with blanks, and people type small letters. */
export function searchTermOf(typed: string): string {
  return typed.replaceAll(/\s+/g, '').toLowerCase()
}
