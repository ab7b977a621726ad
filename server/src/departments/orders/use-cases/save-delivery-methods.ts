import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { DeliveryTariff } from '../../pricing/index.ts'
import type { DeliveryMethod } from '../domain/delivery-method.ts'
import { findMethodToPut, insertMethod, lockDelivery, updateMethod, upsertZone } from '../store/delivery.ts'

/** A method as simple as it gets: some countries, one price. */
export interface FlatMethod extends Pick<DeliveryMethod, 'code' | 'names' | 'descriptions' | 'taxCategory'> {
  readonly countries: readonly string[]
  /** What the zone of these countries is called; without it by their codes. */
  readonly zoneName?: string
  /** Currency -> whole minor units. */
  readonly prices: Readonly<Record<string, number>>
  readonly freeFrom: Readonly<Record<string, number>>
  readonly minDays: number
  readonly maxDays: number
}

/** Creates or updates flat methods by code, in the order given; those of the same countries share a zone. */
export async function saveDeliveryMethods(ctx: Context, methods: readonly FlatMethod[]): Promise<Result<void>> {
  lockDelivery(ctx)
  for (const [position, method] of methods.entries()) {
    const { countries, zoneName = countries.join(', '), prices, freeFrom, minDays, maxDays, ...said } = method
    const code = countries
      .map((country) => country.toLowerCase())
      .join('-')
      .slice(0, 40)
    const zone = { code, name: zoneName, countries, regions: [], postcodes: [] }
    upsertZone(ctx, zone, position)
    const tariffs = Object.entries(prices).map(([currency, price]): [string, DeliveryTariff] => {
      const threshold = freeFrom[currency]
      return [currency, { by: 'flat', price, ...(threshold !== undefined && { freeFrom: threshold }) }]
    })
    const rate = { zone, minDays, maxDays, tariffs: Object.fromEntries(tariffs) }
    const whole = { ...said, kind: 'carriage' as const, limits: {}, place: null, rates: [rate], active: true }
    if (await findMethodToPut(ctx, method.code)) updateMethod(ctx, whole, position)
    else insertMethod(ctx, whole, position)
  }
  ctx.audit({ action: 'orders:write', objectType: 'delivery_methods', objectId: ctx.organisation.id })
  return ok()
}
