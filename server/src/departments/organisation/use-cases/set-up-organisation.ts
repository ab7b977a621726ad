import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { OrganisationDefinition } from '../domain/definition.ts'
import { saveChannel, saveEntity, saveMarket } from '../store/organisation.ts'

/** Creates or updates entities, markets and channels by their codes; the same definition twice changes nothing. */
export async function setUpOrganisation(ctx: Context, definition: OrganisationDefinition): Promise<Result<void>> {
  for (const entity of definition.entities) saveEntity(ctx, entity)
  definition.markets.forEach((market, position) => saveMarket(ctx, market, position))
  for (const channel of definition.channels) saveChannel(ctx, channel)
  ctx.audit({ action: 'organisation:write', objectType: 'organisation', objectId: ctx.organisation.id })
  return ok()
}
