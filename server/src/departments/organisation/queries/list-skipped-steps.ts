import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** Step -> since when it is passed over. */
export async function listSkippedSteps(reader: Pick<Database, 'rows'>): Promise<ReadonlyMap<string, Date>> {
  const rows = await reader.rows(sql<{ step: string; at: Date }>`SELECT step, at FROM organisation.skipped_step`)
  return new Map(rows.map(({ step, at }) => [step, at]))
}
