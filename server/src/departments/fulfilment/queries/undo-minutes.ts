import type { Database } from '../../../host/database/pool.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { integerSetting } from '../../../host/settings/setting.ts'

/** How long a parcel may be taken back as if it had never been shipped. */
export const undoMinutes = integerSetting({
  key: 'fulfilment.undo_minutes',
  default: 5,
  minimum: 0,
  maximum: 240,
  unit: 'minutes',
  read: 'fulfilment:read',
  write: 'organisation:write',
  affects: ['fulfilment.areas.parcels', 'host.areas.mails'],
})

export function readUndoMinutes(reader: Pick<Database, 'row'>): Promise<number> {
  return readSetting(reader, undoMinutes)
}
