import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listLocations } from '../../inventory/index.ts'
import { checkDispatchPlace, type DispatchPlace } from '../domain/dispatch-calendar.ts'
import { refusals } from '../domain/refusals.ts'
import { findPlace, listMethodsOfPlace, lockDelivery, upsertPlace } from '../store/delivery.ts'

export interface PutDeliveryPlace {
  readonly place: DispatchPlace
  readonly version: number | undefined
}

/** Says when parcels leave a location, and whether people collect there. */
export async function putDeliveryPlace(
  ctx: Context,
  { place: given, version }: PutDeliveryPlace,
): Promise<Result<{ readonly version: number }>> {
  const locations = await listLocations(ctx.tx)
  if (!locations.some(({ code }) => code === given.locationCode)) return refusals.delivery_location_unknown()
  lockDelivery(ctx)
  const existing = await findPlace(ctx, given.locationCode)
  const expected = expectVersion(existing?.version, version)
  if (!expected.ok) return expected
  const checked = checkDispatchPlace(given)
  if (!checked.ok) return checked
  const place = checked.value
  const collected = await collectedStill(ctx, place)
  if (!collected.ok) return collected
  const changes = changedFields(existing, place)
  if (existing && changes.length === 0) return ok({ version: existing.version })
  upsertPlace(ctx, place)
  const now = (existing?.version ?? 0) + 1
  ctx.audit({
    action: 'orders:write',
    objectType: 'delivery_place',
    objectId: place.locationCode,
    version: now,
    changes,
  })
  return ok({ version: now })
}

/** What is collected there needs the address, and in the country in which it is offered. */
async function collectedStill(ctx: Context, { locationCode, pickup }: DispatchPlace): Promise<Result<void>> {
  const methods = await listMethodsOfPlace(ctx, locationCode)
  const countries = methods.flatMap(({ rates }) => rates.flatMap(({ zone }) => zone.countries))
  if (methods.length === 0 || (pickup && countries.every((country) => country === pickup.country))) return ok()
  const [method] = methods
  return refusals.delivery_pickup_in_use({
    field: pickup ? 'pickup.country' : 'pickup',
    params: { method: method?.names['en'] ?? '' },
  })
}
