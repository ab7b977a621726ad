import { permissionsOf, type Actor } from '../../../host/actor.ts'

/** Costs are told to few: whoever has the right, and the house itself. */
export const maySeeCosts = (actor: Actor): boolean =>
  actor.kind === 'system' || permissionsOf(actor).has('pricing:costs')
