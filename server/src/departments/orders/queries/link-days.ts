import type { Database } from '../../../host/database/pool.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { integerSetting } from '../../../host/settings/setting.ts'

/** How long an order that staff took waits for its buyer to pay by the link. */
export const linkDays = integerSetting({
  key: 'orders.link_days',
  default: 3,
  minimum: 1,
  maximum: 30,
  unit: 'days',
  read: 'orders:read',
  write: 'organisation:write',
  affects: ['orders.areas.checkout', 'inventory.areas.stock'],
})

export function readLinkDays(reader: Pick<Database, 'row'>): Promise<number> {
  return readSetting(reader, linkDays)
}
