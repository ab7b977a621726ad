import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { DeliveryMethod } from '../domain/delivery-method.ts'

export interface DeliveryRecord extends DeliveryMethod {
  readonly position: number
  readonly active: boolean
  readonly version: number
}

/** Every way of delivery, also those not offered now, for those who change them. */
export function listDeliveryRecords(reader: Pick<Database, 'rows'>): Promise<DeliveryRecord[]> {
  return reader.rows(sql<DeliveryRecord>`
    SELECT code, names, descriptions, countries, prices, free_from AS "freeFrom", tax_category AS "taxCategory",
      min_days AS "minDays", max_days AS "maxDays", position, active, version
    FROM orders.delivery_method ORDER BY position, code`)
}
