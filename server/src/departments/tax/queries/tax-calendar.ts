import { sql } from '../../../host/database/sql.ts'
import type { CalendarSource, SourceEntry } from '../../../host/plans/calendar-source.ts'
import { percentFromPpm, percentText } from '../../../kernel/rate.ts'

interface RateRow {
  readonly country: string
  readonly zone: string
  readonly category: string
  readonly tax: string
  readonly ppm: bigint
  readonly valid_from: string
  readonly source: string
}

/** From which day another rate of tax is in force. */
export const taxCalendar: CalendarSource = {
  kind: 'rate_begins',
  permission: 'tax:read',
  entries: async (reader, { fromOn, toOn, limit, locale, translate }) => {
    const rows = await reader.rows(sql<RateRow>`
      SELECT r.country, coalesce(z.name, '') AS zone, category, tax, ppm, valid_from, source
      FROM tax.rate r LEFT JOIN tax.zone z ON z.code = r.zone_code
      WHERE valid_from BETWEEN ${fromOn} AND ${toOn} ORDER BY valid_from, r.country, zone_code, category, tax LIMIT ${limit}`)
    const names = new Intl.DisplayNames(locale, { type: 'region' })
    return rows.map(({ country, zone, category, tax, ppm, valid_from: on, source }): SourceEntry => {
      const values = {
        country: [names.of(country) ?? country, zone].filter(Boolean).join(', '),
        category,
        percent: percentText(percentFromPpm(ppm)),
      }
      return {
        id: [country, zone, category, tax, on].filter((part) => part !== '' && part !== 'vat').join('-'),
        title: translate('tax.calendar.rate', values),
        when: { allDay: true, fromOn: on, toOn: on },
        path: '/settings/taxes',
        note: source,
      }
    })
  },
}
