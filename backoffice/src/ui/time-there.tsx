import { formatInstant } from './format-instant.ts'
import { useFormatLocale } from './use-format-locale.ts'

/** By the clock of the zone that something was meant in; the zone is named where it is not the reader's own. */
export function TimeThere({ at, zone }: { readonly at: string | null; readonly zone: string }) {
  const locale = useFormatLocale()
  if (at === null) return null
  const instant = new Date(at)
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const there = formatInstant(instant, 'whenYear', locale, zone)
  return (
    <time dateTime={at} title={`${formatInstant(instant, 'full', locale, zone)} · ${zone}`}>
      {zone === own ? there : `${there} (${zone.split('/').at(-1)?.replaceAll('_', ' ')})`}
    </time>
  )
}
