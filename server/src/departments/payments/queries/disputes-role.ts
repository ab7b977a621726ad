import { textSetting } from '../../../host/settings/setting.ts'

/** Who is asked to answer a dispute: a role's code. */
export const disputesRole = textSetting({
  key: 'payments.disputes_role',
  default: 'accountant',
  maxLength: 40,
  read: 'payments:read',
  write: 'organisation:write',
  affects: ['payments.areas.disputes'],
})
