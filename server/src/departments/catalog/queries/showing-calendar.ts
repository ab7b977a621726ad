import { sql } from '../../../host/database/sql.ts'
import type { CalendarSource, SourceEntry } from '../../../host/plans/calendar-source.ts'

interface TurnRow {
  readonly at: Date
  readonly begins: boolean
  readonly market: string
  readonly products: number
  readonly id: string
  readonly name: string
}

// i18n-dynamic: catalog.calendar.*
/** When products come into a market or leave it: those of one instant are one entry, however many they are. */
export const showingCalendar: CalendarSource = {
  kind: 'showing',
  permission: 'catalog:read',
  entries: async (reader, { startsAt, endsAt, limit, locale, translate }) => {
    const rows = await reader.rows(sql<TurnRow>`
      WITH turn AS (
        SELECT begins_at AS at, true AS begins, market, product_id FROM catalog.showing_place
        WHERE begins_at >= ${startsAt} AND begins_at < ${endsAt}
        UNION ALL
        SELECT ends_at, false, market, product_id FROM catalog.showing_place
        WHERE ends_at >= ${startsAt} AND ends_at < ${endsAt})
      SELECT t.at, t.begins, t.market, count(DISTINCT t.product_id)::int AS products, min(t.product_id::text) AS id,
        min(coalesce(p.names ->> ${locale}::text, p.names ->> 'en')) AS name
      FROM turn t JOIN catalog.product p ON p.id = t.product_id
      GROUP BY t.at, t.begins, t.market ORDER BY t.at, t.market, t.begins LIMIT ${limit}`)
    return rows.map(({ at, begins, market, products, id, name }): SourceEntry => ({
      id: `${begins ? 'begins' : 'ends'}-${market}-${at.toISOString()}`,
      title: translate(begins ? 'catalog.calendar.begins' : 'catalog.calendar.ends', { products, name, market }),
      when: { allDay: false, startsAt: at, endsAt: at },
      path: products === 1 ? `/products/${id}` : '/products',
      markets: [market],
    }))
  },
}
