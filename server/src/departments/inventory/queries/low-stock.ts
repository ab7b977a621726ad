import { integerSetting } from '../../../host/settings/setting.ts'

/** As the generated column inventory.stock.scarce has it: an index over what runs out is cheap because it ends here. */
const SCARCE_AT_MOST = 20

/** Goods with no more than this left to sell are called scarce. */
export const lowStock = integerSetting({
  key: 'inventory.low_stock',
  default: 5,
  minimum: 0,
  maximum: SCARCE_AT_MOST,
  unit: 'pieces',
  read: 'inventory:read',
  write: 'inventory:write',
  affects: ['inventory.areas.stock', 'inventory.areas.board'],
})
