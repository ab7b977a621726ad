import type { InterferenceRule } from '../../../host/plans/interference-rule.ts'
import { findPeak, PEAK_WEEKS } from '../domain/peak-hours.ts'
import { readHoursOfWeek } from '../queries/peak-hours.ts'

const WEEK_MS = 7 * 86_400_000

/** What takes the shop away, or its people's attention, in the hours in which most is ordered: by the orders of the last weeks. */
export const peakInterference: InterferenceRule = {
  name: 'in_peak_hours',
  looksAt: ['release', 'closing'],
  check: async (reader, { plan, now }) => {
    const from = new Date(now.getTime() - PEAK_WEEKS * WEEK_MS)
    const peak = findPeak(plan, await readHoursOfWeek(reader, { from, to: now, zone: plan.zone }), plan.zone)
    if (!peak) return []
    const { peakAt, quietAt, orders } = peak
    const params = { plan: plan.title, peakAt: peakAt.toISOString(), quietAt: quietAt.toISOString(), orders }
    return [{ severity: 'warn', path: '/orders', params }]
  },
}
