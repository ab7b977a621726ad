import { booleanSetting } from '../../../host/settings/setting.ts'

/** Whether a cancelled order gives its coupons and limited promotions back; an order that expired unpaid always does. */
export const usesFreed = booleanSetting({
  key: 'pricing.uses_freed_by_cancellation',
  default: true,
  read: 'pricing:read',
  write: 'pricing:promote',
  affects: ['pricing.areas.promotions'],
})
