import { permissionsOf, staffBehind, type Actor } from '../../../host/actor.ts'
import type { House } from '../../../host/context.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import type { KeptCollision } from '../../../host/plans/found.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { findStaffNames, listUnitNames } from '../../people/index.ts'
import { planRefusals } from '../domain/plan-refusals.ts'
import { readPlanPlaces } from '../queries/plan-ground.ts'
import { listCollisionsOf } from '../queries/read-plan-collisions.ts'
import { findPlan, type SavedPlan } from '../queries/read-plans.ts'
import { calendarKinds } from './read-calendar.ts'
import { isWithin } from './save-plan.ts'

type Asking = Pick<House, 'database' | 'ports' | 'translations'>

export interface PlanPage {
  readonly plan: SavedPlan
  readonly collisions: readonly KeptCollision[]
  /** The other sides of the collisions that whoever looks may see. */
  readonly others: ReadonlyMap<string, SavedPlan>
  readonly names: ReadonlyMap<string, string>
  readonly units: ReadonlyMap<string, string>
}

/** A plan with all that its page shows. */
export async function readPlan({ database }: Asking, actor: Actor, id: string): Promise<Result<PlanPage>> {
  const plan = await findPlan(database, id)
  if (!plan || !isWithin({ actor }, plan)) return planRefusals.plan_not_found()
  const collisions = await listCollisionsOf(database, id)
  const otherIds = collisions
    .map((one) => (one.plan_id === id ? one.other_id : one.plan_id))
    .filter((one) => one !== null)
  const found = await Promise.all([...new Set(otherIds)].map((other) => findPlan(database, other)))
  const others = new Map(
    found.flatMap((other) => (other && isWithin({ actor }, other) ? [[other.id, other] as const] : [])),
  )
  const people = [
    plan.ownerId,
    ...[...others.values()].map((other) => other.ownerId),
    ...collisions.flatMap((one) => [one.owner_id, ...one.answers.map(({ staffId }) => staffId)]),
  ]
  const [names, units] = await Promise.all([findStaffNames(database, [...new Set(people)]), listUnitNames(database)])
  return ok({ plan, collisions, others, names, units: new Map(units.map((unit) => [unit.id, unit.name])) })
}

/** What filters and forms offer to this person. */
export async function readCalendarChoices(house: Asking, actor: Actor, locale: Locale) {
  const [places, units] = await Promise.all([readPlanPlaces(house.database), listUnitNames(house.database)])
  const scope = ('scope' in actor && actor.scope) || {}
  return {
    zone: places.zone,
    kinds: calendarKinds(house, actor, house.translations.for(locale)),
    markets: places.markets.map(({ code }) => code).filter((code) => scope.market?.includes(code) ?? true),
    units: units.map(({ id, name }) => ({ id, name })),
    mayPlan: permissionsOf(actor).has('work:plan'),
    staffId: staffBehind(actor) ?? null,
  }
}
