import { permissionsOf, type Actor } from '../../../host/actor.ts'
import type { Granter } from '../domain/roles.ts'

export function granterOf(actor: Actor): Granter {
  return actor.kind === 'system' ? 'all' : permissionsOf(actor)
}
