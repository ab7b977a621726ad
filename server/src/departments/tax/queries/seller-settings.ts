import { booleanSetting } from '../../../host/settings/setting.ts'

/** Whether goods for consumers in other states of the EU are taxed where they arrive, from the first euro on. */
export const usesOss = booleanSetting({
  key: 'tax.uses_oss',
  default: true,
  read: 'tax:read',
  write: 'tax:write',
  affects: ['tax.areas.prices'],
})

/** Whether goods that leave the customs territory bear no tax here, rather than that of where they arrive. */
export const exportsUntaxed = booleanSetting({
  key: 'tax.exports_untaxed',
  default: false,
  read: 'tax:read',
  write: 'tax:write',
  affects: ['tax.areas.prices'],
})
