import { integerSetting, textSetting } from '../../../host/settings/setting.ts'

/** Where VIES listens; a stand-in in tests. */
export const viesAddress = textSetting({
  key: 'tax.vies_address',
  default: 'https://ec.europa.eu/taxation_customs/vies/services/checkVatService',
  maxLength: 200,
  read: 'tax:read',
  write: 'tax:write',
  affects: ['tax.areas.prices'],
})

/** How long the authority's word on a VAT number holds. */
export const vatCheckDays = integerSetting({
  key: 'tax.vat_check_days',
  default: 30,
  minimum: 1,
  maximum: 365,
  unit: 'days',
  read: 'tax:read',
  write: 'tax:write',
  affects: ['tax.areas.prices'],
})
