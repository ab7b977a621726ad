import type { Database } from '../../../host/database/pool.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { integerSetting } from '../../../host/settings/setting.ts'

/** How long a change that makes a paid order dearer waits for its difference. Long enough for a transfer. */
export const balanceDays = integerSetting({
  key: 'orders.balance_days',
  default: 7,
  minimum: 1,
  maximum: 60,
  unit: 'days',
  read: 'orders:read',
  write: 'organisation:write',
  affects: ['orders.areas.checkout', 'inventory.areas.stock'],
})

export function readBalanceDays(reader: Pick<Database, 'row'>): Promise<number> {
  return readSetting(reader, balanceDays)
}
