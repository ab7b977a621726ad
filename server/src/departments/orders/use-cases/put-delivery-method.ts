import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkTariff, type DeliveryTariff } from '../../pricing/index.ts'
import { checkDeliveryMethod } from '../domain/check-delivery-method.ts'
import type { DeliveryMethod, ZoneRate } from '../domain/delivery-method.ts'
import { refusals } from '../domain/refusals.ts'
import { findMethodToPut, findPlace, findZones, insertMethod, lockDelivery, updateMethod } from '../store/delivery.ts'

/** A rate as it is put: its zone by code. */
export interface RateToPut extends Omit<ZoneRate<DeliveryTariff>, 'zone'> {
  readonly zone: string
}

export interface MethodToPut extends Omit<DeliveryMethod, 'rates'> {
  readonly rates: readonly RateToPut[]
  readonly active: boolean
}

export interface PutDeliveryMethod {
  readonly method: MethodToPut
  /** In the shop's order; where it is, or last, unless told. */
  readonly position?: number | undefined
  readonly version: number | undefined
}

/** Makes a way of delivery, or changes the one of this code; answers its version. Orders keep the terms they were placed under. */
export async function putDeliveryMethod(
  ctx: Context,
  { method: given, position, version }: PutDeliveryMethod,
): Promise<Result<{ readonly version: number }>> {
  lockDelivery(ctx)
  const existing = await findMethodToPut(ctx, given.code)
  const expected = expectVersion(existing?.version, version)
  if (!expected.ok) return expected
  const rates = await withZones(ctx, given.rates)
  if (!rates.ok) return rates
  const place = given.kind === 'pickup' ? given.place : null
  const method = { ...given, place, rates: rates.value }
  const leaves = place === null ? undefined : await findPlace(ctx, place)
  const checked = checkDeliveryMethod(method, leaves?.pickup ?? null)
  if (!checked.ok) return checked
  const changes = changedFields<object>(existing, position === undefined ? method : { ...method, position })
  if (existing && changes.length === 0) return ok({ version: existing.version })
  if (existing) updateMethod(ctx, method, position)
  else insertMethod(ctx, method, position)
  const now = (existing?.version ?? 0) + 1
  ctx.audit({ action: 'orders:write', objectType: 'delivery_method', objectId: method.code, version: now, changes })
  return ok({ version: now })
}

/** Each with its zone, and with a table that has a price for every parcel. */
async function withZones(ctx: Context, rates: readonly RateToPut[]): Promise<Result<ZoneRate<DeliveryTariff>[]>> {
  const zones = await findZones(
    ctx,
    rates.map(({ zone }) => zone),
  )
  const known = new Map(zones.map(({ version: _version, ...zone }) => [zone.code, zone]))
  const whole: ZoneRate<DeliveryTariff>[] = []
  for (const [at, rate] of rates.entries()) {
    const zone = known.get(rate.zone)
    if (!zone) return refusals.delivery_zone_unknown({ field: `rates.${at}.zone`, params: { zone: rate.zone } })
    for (const [currency, tariff] of Object.entries(rate.tariffs)) {
      const checked = checkTariff(tariff, `rates.${at}.tariffs.${currency}`)
      if (!checked.ok) return checked
    }
    whole.push({ ...rate, zone })
  }
  return ok(whole)
}
