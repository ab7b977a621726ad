import type { Database } from '../../../host/database/pool.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { integerSetting } from '../../../host/settings/setting.ts'

/** How long the rest of a pre-ordered order may be paid once it is ready. What was agreed when it was placed stays with it. */
export const restDays = integerSetting({
  key: 'orders.rest_days',
  default: 14,
  minimum: 3,
  maximum: 60,
  unit: 'days',
  read: 'orders:read',
  write: 'organisation:write',
  affects: ['orders.areas.checkout', 'inventory.areas.stock'],
})

export function readRestDays(reader: Pick<Database, 'row'>): Promise<number> {
  return readSetting(reader, restDays)
}
