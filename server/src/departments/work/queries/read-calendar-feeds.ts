import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Locale } from '../../../host/i18n/locales.ts'

export interface CalendarFeed {
  readonly id: string
  readonly name: string
  readonly locale: Locale
  readonly kinds: readonly string[] | null
  readonly markets: readonly string[] | null
  readonly unitId: string | null
}

type Reader = Pick<Database, 'rows'>

export function listFeedsOf(reader: Reader, staffId: string): Promise<(CalendarFeed & { readonly createdAt: Date })[]> {
  return reader.rows(sql<CalendarFeed & { createdAt: Date }>`
    SELECT id, name, locale, kinds, markets, unit_id AS "unitId", created_at AS "createdAt" FROM work.calendar_feed
    WHERE staff_id = ${staffId} AND revoked_at IS NULL ORDER BY created_at, id`)
}

/** Whose address it is and what it shows; undefined for one that was revoked, or never was. */
export async function findFeed(
  reader: Reader,
  tokenHash: Buffer,
): Promise<(CalendarFeed & { readonly staffId: string }) | undefined> {
  const [row] = await reader.rows(sql<CalendarFeed & { staffId: string }>`
    SELECT id, staff_id AS "staffId", name, locale, kinds, markets, unit_id AS "unitId" FROM work.calendar_feed
    WHERE token_hash = ${tokenHash} AND revoked_at IS NULL`)
  return row
}
