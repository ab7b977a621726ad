import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** Orders in one hour of the week, over the weeks that were looked at. */
export interface HourOfWeek {
  /** 1 is Monday. */
  readonly weekday: number
  readonly hour: number
  readonly orders: number
}

/** When people order, by the clocks of a zone; hours without an order are left out. Walks sales_order_by_time. */
export function readHoursOfWeek(
  reader: Pick<Database, 'rows'>,
  { from, to, zone }: { readonly from: Date; readonly to: Date; readonly zone: string },
): Promise<HourOfWeek[]> {
  return reader.rows(sql<HourOfWeek>`
    SELECT extract(isodow FROM placed_at AT TIME ZONE ${zone}::text)::int AS weekday,
      extract(hour FROM placed_at AT TIME ZONE ${zone}::text)::int AS hour, count(*)::int AS orders
    FROM orders.sales_order WHERE placed_at >= ${from} AND placed_at < ${to} GROUP BY 1, 2`)
}
