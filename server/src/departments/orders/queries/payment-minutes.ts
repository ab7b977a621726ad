import type { Database } from '../../../host/database/pool.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { integerSetting } from '../../../host/settings/setting.ts'

/** How long stock waits for a shopper on the payment page. */
export const paymentMinutes = integerSetting({
  key: 'orders.payment_minutes',
  default: 30,
  minimum: 5,
  maximum: 1440,
  unit: 'minutes',
  read: 'orders:read',
  write: 'organisation:write',
  affects: ['orders.areas.checkout', 'inventory.areas.stock'],
})

/** Read with the basket's prices, so that an order and its last minute are of one moment. */
export function readPaymentMinutes(reader: Pick<Database, 'row'>): Promise<number> {
  return readSetting(reader, paymentMinutes)
}
