import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, steady } from '../../../host/database/sql.ts'
import type { DispatchPlace } from '../domain/dispatch-calendar.ts'
import { methodColumns, placeJson, type MethodWithTariffs } from './delivery-method-row.ts'

type Reader = Pick<Database, 'rows'>

/** A method with what it costs where, and the place that its parcels leave. */
export type ShopMethod = MethodWithTariffs & { readonly leaves: DispatchPlace | undefined }

/** The methods that are offered, in the shop's order, with their rates to a country; parcels leave `from` unless collected elsewhere. */
export async function listDeliveryMethods(
  reader: Reader,
  { country, from }: { readonly country: string; readonly from: string },
): Promise<ShopMethod[]> {
  const rows = await reader.rows(sql<MethodWithTariffs & { readonly leaves: DispatchPlace | null }>`
    SELECT ${methodColumns(fragment`${steady(country, 'text')} = ANY(z.countries)`)},
      CASE WHEN p.location_code IS NOT NULL THEN ${placeJson} END AS leaves
    FROM orders.delivery_method m LEFT JOIN orders.delivery_place p ON p.location_code = coalesce(m.place, ${steady(from, 'text')})
    WHERE m.active ORDER BY m.position, m.code`)
  return rows.map(({ leaves, ...method }) => ({ ...method, leaves: leaves ?? undefined }))
}

/** Whether it is collected rather than brought, so that nobody is asked where they live. */
export async function isCollected(reader: Reader, code: string): Promise<boolean> {
  const rows = await reader.rows(
    sql<{ kind: string }>`SELECT kind FROM orders.delivery_method WHERE code = ${code} AND active`,
  )
  return rows[0]?.kind === 'pickup'
}
