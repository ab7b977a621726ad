import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export async function findStatementNamed(
  reader: Pick<Database, 'rows'>,
  identity: string,
): Promise<string | undefined> {
  const [row] = await reader.rows(sql<{ id: string }>`SELECT id FROM bank.statement WHERE identity = ${identity}`)
  return row?.id
}
