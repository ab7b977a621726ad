const DAY_MS = 86_400_000

export interface CalendarDay {
  /** Local date, `2026-11-22`. */
  readonly on: string
  readonly value: number
}

export interface PlacedDay extends CalendarDay {
  readonly week: number
  /** 0 is the first day of the reader's week. */
  readonly weekday: number
}

/** Days in columns of weeks that begin as the reader's do: `firstDay` 1 is Monday, 7 Sunday. */
export function placeDays(days: readonly CalendarDay[], firstDay: number): PlacedDay[] {
  const first = days[0]
  if (!first) return []
  const start = utc(first.on)
  const offset = weekdayOf(start, firstDay)
  return days.map((day) => {
    const at = Math.round((utc(day.on) - start) / DAY_MS) + offset
    return { ...day, week: Math.floor(at / 7), weekday: at % 7 }
  })
}

function utc(on: string): number {
  return Date.parse(`${on}T00:00:00Z`)
}

function weekdayOf(instant: number, firstDay: number): number {
  const isoWeekday = ((Math.floor(instant / DAY_MS) + 3) % 7) + 1
  return (isoWeekday - firstDay + 7) % 7
}

/** On which day a week begins where the language is spoken; where the browser does not know, on Monday. */
export function firstDayOf(locale: string): number {
  const known = new Intl.Locale(locale).maximize() as Intl.Locale & {
    getWeekInfo?: () => { readonly firstDay: number }
    readonly weekInfo?: { readonly firstDay: number }
  }
  return known.getWeekInfo?.().firstDay ?? known.weekInfo?.firstDay ?? 1
}
