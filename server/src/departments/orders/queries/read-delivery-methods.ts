import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { DeliveryMethod } from '../domain/delivery-method.ts'

/** The methods that reach a country, in the shop's order. */
export function listDeliveryMethods(reader: Pick<Database, 'rows'>, country: string): Promise<DeliveryMethod[]> {
  return reader.rows(sql<DeliveryMethod>`
    SELECT code, names, descriptions, countries, prices, free_from AS "freeFrom", tax_category AS "taxCategory",
      min_days AS "minDays", max_days AS "maxDays"
    FROM orders.delivery_method WHERE active AND ${country} = ANY(countries) ORDER BY position, code`)
}
