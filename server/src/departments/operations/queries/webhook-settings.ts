import { integerSetting } from '../../../host/settings/setting.ts'

/** How long an address may fail before it is told nothing more. */
export const webhookPatience = integerSetting({
  key: 'operations.webhook_patience_days',
  default: 5,
  minimum: 1,
  maximum: 30,
  unit: 'days',
  read: 'operations:read',
  write: 'operations:webhooks',
  affects: ['operations.webhooks.area'],
})

/** How long what was delivered can still be looked up and sent again. */
export const webhookKeeping = integerSetting({
  key: 'operations.webhook_keeping_days',
  default: 30,
  minimum: 1,
  maximum: 365,
  unit: 'days',
  read: 'operations:read',
  write: 'operations:webhooks',
  affects: ['operations.webhooks.area'],
})
