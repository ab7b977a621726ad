import { integerSetting } from '../../../host/settings/setting.ts'

/** How long a request waits for others before it is given up. */
export const approvalDays = integerSetting({
  key: 'work.approval_days',
  default: 7,
  minimum: 1,
  maximum: 90,
  unit: 'days',
  read: 'operations:read',
  write: 'work:rules',
  affects: ['work.approvals.area'],
})
