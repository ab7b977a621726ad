/** A local day, `2026-11-22`, as the reader's language writes it: with the month's name, since 3/4 is two days. */
export function writeDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/**
 * A day as people type it: `22.11.2026`, `22/11/26`, `22 nov 2026`, `2026-11-22`, `22 11` (of `thisYear`). Numbers alone are
 * read in the order of the language. Undefined when there is no such day.
 */
export function parseDay(text: string, locale: string, thisYear: number): string | undefined {
  const words = text.toLowerCase().match(/\d+|\p{L}+/gu) ?? []
  const months = monthNames(locale)
  const numbers = words.filter((word) => /^\d+$/.test(word))
  const named = words.filter((word) => !/^\d+$/.test(word)).flatMap((word) => monthOf(word, months) ?? [])
  if (named.length > 1 || numbers.length > 3) return undefined
  const [month] = named
  if (month !== undefined) {
    const [day = '', year] = numbers[0]?.length === 4 ? [numbers[1], numbers[0]] : numbers
    return dayOf({ day, month: String(month), year }, thisYear)
  }
  const order = numbers[0]?.length === 4 ? (['year', 'month', 'day'] as const) : orderOf(locale)
  const asked = numbers.length === 2 ? order.filter((part) => part !== 'year') : order
  if (numbers.length < 2) return undefined
  return dayOf(Object.fromEntries(asked.map((part, at) => [part, numbers[at]])), thisYear)
}

type Part = 'year' | 'month' | 'day'

function dayOf({ day = '', month = '', year }: Partial<Record<Part, string | undefined>>, thisYear: number) {
  if (day.length > 2 || month.length > 2 || (year !== undefined && year.length !== 2 && year.length !== 4))
    return undefined
  const whole = year === undefined ? String(thisYear) : year.length === 2 ? `20${year}` : year
  const found = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const instant = new Date(`${found}T00:00:00Z`)
  // 31 February rolls over into March.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(found) ? found : undefined
}

function orderOf(locale: string): Part[] {
  const isPart = (type: string): type is Part => type === 'year' || type === 'month' || type === 'day'
  return new Intl.DateTimeFormat(locale).formatToParts(0).flatMap(({ type }) => (isPart(type) ? [type] : []))
}

function monthNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)).toLowerCase())
}

const SHORTEST = 3

/** By its name or the beginning of it: `nov`, `sept`. Words such as the Spanish `de` are none. */
function monthOf(word: string, months: readonly string[]): number | undefined {
  if (word.length < SHORTEST) return undefined
  const at = months.findIndex((name) => name.startsWith(word) || (word === 'sept' && name.startsWith('sep')))
  return at < 0 ? undefined : at + 1
}
