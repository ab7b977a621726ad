import type { Database } from '../../../host/database/pool.ts'
import { listEntities } from '../../organisation/index.ts'

/** The zone in which the shop's days and hours are meant. */
export async function shopZone(reader: Pick<Database, 'rows'>): Promise<string> {
  const [entity] = await listEntities(reader as Parameters<typeof listEntities>[0])
  return entity?.timeZone ?? 'UTC'
}
