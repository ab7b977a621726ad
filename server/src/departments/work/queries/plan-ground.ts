import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface CalendarMarket {
  readonly code: string
  readonly countries: string[]
}

export interface PlanPlaces {
  /** Of the first entity; UTC while there is none. */
  readonly zone: string
  readonly markets: readonly CalendarMarket[]
  /** Countries of the entities. */
  readonly seats: readonly string[]
}

/** Where the organisation sits and sells: what days, markets and laws of a plan are told by. */
export async function readPlanPlaces(reader: Pick<Database, 'rows'>): Promise<PlanPlaces> {
  const [markets, entities] = await Promise.all([
    reader.rows(sql<CalendarMarket>`SELECT code, countries FROM organisation.pub_market ORDER BY position, code`),
    reader.rows(sql<{ country: string; time_zone: string }>`
      SELECT country, time_zone FROM organisation.pub_entity ORDER BY code`),
  ])
  return {
    zone: entities[0]?.time_zone ?? 'UTC',
    markets,
    seats: [...new Set(entities.map(({ country }) => country))],
  }
}
