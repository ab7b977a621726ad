import type { Actor } from '../../../host/context.ts'
import type { Granter } from '../domain/roles.ts'

const nothing: ReadonlySet<string> = new Set()

export function granterOf(actor: Actor): Granter {
  if (actor.kind === 'system') return 'all'
  return actor.kind === 'staff' ? actor.permissions : nothing
}
