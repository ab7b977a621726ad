import type { Actor } from '../../../host/actor.ts'
import type { Database } from '../../../host/database/pool.ts'
import { listUnitNames } from '../../people/index.ts'
import type { PlanGround } from '../domain/plan.ts'
import { readPlanPlaces } from '../queries/plan-ground.ts'

/** What somebody's plan is decided against. */
export async function planGroundOf(reader: Pick<Database, 'rows'>, actor: Actor): Promise<PlanGround> {
  const places = await readPlanPlaces(reader)
  const units = await listUnitNames(reader)
  return {
    zone: places.zone,
    markets: places.markets.map(({ code }) => code),
    units: units.map(({ id }) => id),
    scope: ('scope' in actor && actor.scope) || {},
  }
}
