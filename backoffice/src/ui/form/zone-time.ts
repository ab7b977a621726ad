/** An instant as the clock on a zone's wall shows it: `2026-11-22T09:30`. */
export function wallTimeOf(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/**
 * The instant at which a zone's clock shows this. An hour that comes twice when summer ends is the first of both; one that is
 * leapt over when it begins is as long after midnight as the clock before the leap would say.
 */
export function instantOf(wallTime: string, zone: string): string {
  const asUtc = Date.parse(`${wallTime}Z`)
  const offsetAt = (at: number) =>
    Date.parse(`${wallTimeOf(new Date(at).toISOString(), zone)}Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS
  // The offsets of a day before and after: a zone changes once in that time at most.
  const [before, after] = [offsetAt(asUtc - DAY_MS), offsetAt(asUtc + DAY_MS)]
  const fits = [before, after].map((offset) => asUtc - offset).filter((at) => offsetAt(at) === asUtc - at)
  return new Date(fits.length > 0 ? Math.min(...fits) : asUtc - before).toISOString()
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
