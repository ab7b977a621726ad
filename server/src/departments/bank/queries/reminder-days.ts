import { integerSetting } from '../../../host/settings/setting.ts'

/** How many days before an order by transfer ends its buyer is reminded; 0: never. */
export const reminderDays = integerSetting({
  key: 'bank.transfer_reminder_days',
  default: 2,
  minimum: 0,
  maximum: 30,
  unit: 'days',
  read: 'bank:read',
  write: 'organisation:write',
  affects: ['host.areas.mails'],
})
