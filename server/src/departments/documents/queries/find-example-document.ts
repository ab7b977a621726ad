import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** The document of a number, or the latest: to look at mails with. */
export async function findExampleDocument(
  reader: Pick<Database, 'row'>,
  number: string | undefined,
): Promise<string | undefined> {
  const row =
    number === undefined
      ? await reader.row(sql<{ id: string }>`
          SELECT id FROM documents.document ORDER BY issued_at DESC, id DESC LIMIT 1`)
      : await reader.row(sql<{ id: string }>`
          SELECT id FROM documents.document WHERE lower(label) = ${number.trim().toLowerCase()}
          ORDER BY issued_at DESC, id DESC LIMIT 1`)
  return row?.id
}
