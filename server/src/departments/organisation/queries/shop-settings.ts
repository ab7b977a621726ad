import type { House, Organisation } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { textSetting, textsSetting, type SettingTexts } from '../../../host/settings/setting.ts'

/** What shoppers read as the shop's name; while empty, the name under which the organisation was registered. */
export const shopName = textSetting({
  key: 'organisation.shop_name',
  default: '',
  maxLength: 60,
  read: 'organisation:read',
  write: 'organisation:write',
  affects: ['organisation.areas.storefront', 'host.areas.mails'],
})

/** One line above every page of the shop; nothing in a language without words. */
export const announcement = textsSetting({
  key: 'organisation.announcement',
  default: {},
  maxLength: 160,
  read: 'organisation:read',
  write: 'organisation:write',
  affects: ['organisation.areas.storefront'],
})

export async function readShopName(
  reader: Pick<Database, 'row'>,
  { name }: Pick<Organisation, 'name'>,
): Promise<string> {
  return (await readSetting(reader, shopName)) || name
}

/** A demo comes with its name; a real shop says what it is called. */
export async function isShopNamed({
  database,
  organisation,
}: Pick<House, 'database' | 'organisation'>): Promise<boolean> {
  return organisation.demo || (await readSetting(database, shopName)) !== ''
}

export function readAnnouncement(reader: Pick<Database, 'row'>): Promise<SettingTexts> {
  return readSetting(reader, announcement)
}
