import { textSetting } from '../../../host/settings/setting.ts'

/** Who is asked to decide withdrawals: a role's code. */
export const withdrawalsRole = textSetting({
  key: 'returns.withdrawals_role',
  default: 'care_agent',
  maxLength: 40,
  read: 'returns:read',
  write: 'organisation:write',
  affects: ['returns.areas.withdrawals'],
})
