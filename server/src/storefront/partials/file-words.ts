import type { Visit } from '../visit.ts'

/** `PDF, 1.2 MB`: what a file is, by the ending of its name, and how large. */
export function fileWords(
  { locale }: Visit,
  { name, bytes }: { readonly name: string; readonly bytes: number },
): string {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toUpperCase() ?? ''
  const [unit, size] =
    bytes < 1_000_000 ? (['kilobyte', bytes / 1_000] as const) : (['megabyte', bytes / 1_000_000] as const)
  const said = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumSignificantDigits: 2 }).format(size)
  return [ending, said].filter(Boolean).join(', ')
}
