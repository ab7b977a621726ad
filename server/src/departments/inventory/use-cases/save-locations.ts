import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { LocationToSave } from '../domain/location.ts'
import { upsertLocations } from '../store/locations.ts'

/** Creates or renames locations by code; the same twice changes nothing. */
export async function saveLocations(ctx: Context, locations: readonly LocationToSave[]): Promise<Result<void>> {
  upsertLocations(ctx, locations)
  ctx.audit({ action: 'inventory:write', objectType: 'locations', objectId: ctx.organisation.id })
  return ok()
}
