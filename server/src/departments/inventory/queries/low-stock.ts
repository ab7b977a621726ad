import { integerSetting } from '../../../host/settings/setting.ts'

/** Goods with no more than this left to sell are called scarce. */
export const lowStock = integerSetting({
  key: 'inventory.low_stock',
  default: 5,
  minimum: 0,
  maximum: 100_000,
  unit: 'pieces',
  read: 'inventory:read',
  write: 'inventory:write',
  affects: ['inventory.areas.stock', 'inventory.areas.board'],
})
