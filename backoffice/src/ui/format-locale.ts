const AMERICAN = new Set(['US', 'PH', 'PR', 'GU', 'AS', 'VI', 'MP', 'UM'])

/**
 * A language as the reader's country writes it, from what their device prefers: `en-GB` for English in Britain. Plain `en` is
 * American to `Intl`, so whoever reads English on a device of another country gets the form that the rest of the world reads.
 */
export function formatLocale(language: string, asked: readonly string[]): string {
  // A machine without a language of its own says what is no language tag (en-US@posix), of which `Intl` would throw.
  const preferred = asked.filter((tag) => regionOf(tag) !== undefined)
  const own = preferred.find((tag) => tag.startsWith(`${language}-`))
  if (own !== undefined) return own
  if (language !== 'en' || preferred.includes('en')) return language
  const region = preferred.map(regionOf).find((one) => one !== undefined)
  return region === undefined || AMERICAN.has(region) ? language : 'en-GB'
}

function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().region
  } catch {
    return undefined
  }
}
