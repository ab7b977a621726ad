import type { Database } from '../../../host/database/pool.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { integerSetting } from '../../../host/settings/setting.ts'

/** How long before their last day the holder of points is told. */
export const reminderDays = integerSetting({
  key: 'loyalty.reminder_days',
  default: 30,
  minimum: 0,
  maximum: 90,
  unit: 'days',
  read: 'loyalty:read',
  write: 'organisation:write',
  affects: ['loyalty.areas.points'],
})

export const readReminderDays = (reader: Pick<Database, 'row'>): Promise<number> => readSetting(reader, reminderDays)
