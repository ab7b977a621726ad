import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkDeliveryMethod } from '../domain/check-delivery-method.ts'
import { checkDeliveryZone, type DeliveryZone } from '../domain/delivery-zone.ts'
import { refusals } from '../domain/refusals.ts'
import { findPlace, findZones, listMethodsOfZone, lockDelivery, upsertZone } from '../store/delivery.ts'

export interface PutDeliveryZone {
  readonly zone: DeliveryZone
  readonly position?: number | undefined
  readonly version: number | undefined
}

/** Makes a zone, or changes the one of this code; refused where a method would go to one place at two prices. */
export async function putDeliveryZone(
  ctx: Context,
  { zone: given, position, version }: PutDeliveryZone,
): Promise<Result<{ readonly version: number }>> {
  lockDelivery(ctx)
  const [existing] = await findZones(ctx, [given.code])
  const expected = expectVersion(existing?.version, version)
  if (!expected.ok) return expected
  const checked = checkDeliveryZone(given)
  if (!checked.ok) return checked
  const zone = checked.value
  const fits = existing ? await fitsItsMethods(ctx, zone) : ok()
  if (!fits.ok) return fits
  const changes = changedFields(existing, position === undefined ? zone : { ...zone, position })
  if (existing && changes.length === 0) return ok({ version: existing.version })
  upsertZone(ctx, zone, position)
  const now = (existing?.version ?? 0) + 1
  ctx.audit({ action: 'orders:write', objectType: 'delivery_zone', objectId: zone.code, version: now, changes })
  return ok({ version: now })
}

async function fitsItsMethods(ctx: Context, zone: DeliveryZone): Promise<Result<void>> {
  for (const method of await listMethodsOfZone(ctx, zone.code)) {
    const rates = method.rates.map((rate) => (rate.zone.code === zone.code ? { ...rate, zone } : rate))
    const leaves = method.place === null ? undefined : await findPlace(ctx, method.place)
    const checked = checkDeliveryMethod({ ...method, rates }, leaves?.pickup ?? null)
    if (checked.ok) continue
    const name = method.names['en'] ?? method.code
    return checked.refusal.code === 'orders.delivery_pickup_abroad'
      ? refusals.delivery_pickup_abroad({ field: 'countries', params: { country: leaves?.pickup?.country ?? '' } })
      : refusals.delivery_zones_meet({
          field: zone.postcodes.length > 0 ? 'postcodes' : 'countries',
          params: { zone: name },
        })
  }
  return ok()
}
