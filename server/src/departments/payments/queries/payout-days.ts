import type { Database } from '../../../host/database/pool.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { integerSetting } from '../../../host/settings/setting.ts'

/** How long a provider may keep what it took before a person is asked where it is: ten days hold seven of a bank. */
export const payoutDays = integerSetting({
  key: 'payments.payout_days',
  default: 10,
  minimum: 1,
  maximum: 90,
  unit: 'days',
  read: 'payments:read',
  write: 'organisation:write',
  affects: ['payments.areas.payouts'],
})

export function readPayoutDays(reader: Pick<Database, 'row'>): Promise<number> {
  return readSetting(reader, payoutDays)
}
