import type { SeriesDay } from '../../ui/charts/time-series.tsx'
import type { Trial } from './trial-queries.ts'

const DAY_MS = 86_400_000

/** Every day from the first to the last, those without an order too. */
export function daysBetween(days: Trial['days']): SeriesDay[] {
  const known = new Map(days.map(({ day, redemptions }) => [day, redemptions]))
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  if (first === undefined || last === undefined) return []
  const all: SeriesDay[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS) {
    const on = new Date(at).toISOString().slice(0, 10)
    all.push({ on, value: known.get(on) ?? 0 })
  }
  return all
}
