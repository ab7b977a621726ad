import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Locale } from '../../../host/i18n/locales.ts'

/** More than anybody chooses from. */
const MOST = 500

/** What forms offer: all collections, also those that the shop does not show, by their names. */
export async function listCollectionChoices(
  reader: Pick<Database, 'rows'>,
  locale: Locale,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return reader.rows(sql<{ id: string; name: string }>`
    SELECT id::text, coalesce(nullif(names ->> ${locale}, ''), names ->> 'en', handle) AS name
    FROM catalog.collection ORDER BY name, id LIMIT ${MOST}`)
}
