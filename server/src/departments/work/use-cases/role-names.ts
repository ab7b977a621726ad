import type { Database } from '../../../host/database/pool.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { listRoles } from '../../people/index.ts'

/** Role -> what it is called; in their order. */
export async function readRoleNames(
  reader: Pick<Database, 'rows'>,
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const roles = await listRoles(reader)
  return new Map(roles.map(({ code, names }) => [code, names[locale] ?? names.en]))
}
