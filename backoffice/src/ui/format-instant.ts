/** How an instant is written: `full` in records, `date` without its time, `day` of no zone, `time` alone, `when` and `whenYear` in lists. */
const FORMS = {
  full: { dateStyle: 'long', timeStyle: 'short' },
  date: { dateStyle: 'medium' },
  day: { dateStyle: 'medium', timeZone: 'UTC' },
  time: { hour: '2-digit', minute: '2-digit' },
  when: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  whenYear: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()

/** In the reader's zone unless another is told. Each format is made once: making one costs as much as a hundred dates. */
export function formatInstant(instant: Date, form: keyof typeof FORMS, locale: string, zone?: string): string {
  const key = `${locale}${form}${zone ?? ''}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      ...FORMS[form],
      ...hourOf(form, locale),
      ...(zone && { timeZone: zone }),
    })
    formats.set(key, format)
  }
  return format.format(instant)
}

/** `7:45 PM`, but `07:45`. */
function hourOf(form: keyof typeof FORMS, locale: string): Pick<Intl.DateTimeFormatOptions, 'hour'> {
  const isTwelve = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12
  return 'hour' in FORMS[form] && isTwelve ? { hour: 'numeric' } : {}
}

/** Days of the calendar between two instants, in the reader's zone; daylight saving makes no difference. */
export function daysBetween(from: Date, to: Date): number {
  const dayOf = (one: Date) => Date.UTC(one.getFullYear(), one.getMonth(), one.getDate()) / 86_400_000
  return dayOf(to) - dayOf(from)
}
