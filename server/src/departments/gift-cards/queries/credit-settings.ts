import type { Database } from '../../../host/database/pool.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { integerSetting } from '../../../host/settings/setting.ts'

type Reader = Pick<Database, 'row'>

/** How long store credit is good for that staff grant, unless they say otherwise. */
export const creditDays = integerSetting({
  key: 'gift-cards.credit_days',
  default: 0,
  minimum: 0,
  maximum: 3_650,
  unit: 'days',
  read: 'gift-cards:read',
  write: 'organisation:write',
  affects: ['gift-cards.areas.store_credit'],
})

/** How long before its last day its holder is told. */
export const reminderDays = integerSetting({
  key: 'gift-cards.credit_reminder_days',
  default: 14,
  minimum: 0,
  maximum: 90,
  unit: 'days',
  read: 'gift-cards:read',
  write: 'organisation:write',
  affects: ['gift-cards.areas.store_credit'],
})

export const readCreditDays = (reader: Reader): Promise<number> => readSetting(reader, creditDays)
export const readReminderDays = (reader: Reader): Promise<number> => readSetting(reader, reminderDays)
