import { choiceSetting } from '../../../host/settings/setting.ts'
import { JOIN_POLICIES } from '../domain/join-baskets.ts'

/** Whose things stay when somebody signs in who has a basket here and another one in their account. */
export const basketJoin = choiceSetting({
  key: 'orders.basket_join',
  default: 'add_up',
  choices: JOIN_POLICIES,
  read: 'orders:read',
  write: 'organisation:write',
  affects: ['orders.areas.checkout'],
})
