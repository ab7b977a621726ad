import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** What people call a product, by its id: the name in the reader's language. */
export async function productTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
  locale: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; name: string }>`
    SELECT id, coalesce(names ->> ${locale}::text, names ->> 'en') AS name FROM catalog.product WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
