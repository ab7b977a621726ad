import { integerSetting } from '../../../host/settings/setting.ts'

/** So old the file of a feed may become before it is written anew, whatever has changed. */
export const feedMinutes = integerSetting({
  key: 'catalog.feed_minutes',
  default: 30,
  minimum: 5,
  maximum: 1_440,
  unit: 'minutes',
  read: 'catalog:read',
  write: 'catalog:publish',
  affects: ['catalog.areas.feeds'],
})
