import { money, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listMarkets, type Reader } from '../../organisation/index.ts'
import { tariffCost, tariffReason } from '../../pricing/index.ts'
import type { WayRefused } from '../domain/delivery-method.ts'
import { refusals } from '../domain/refusals.ts'
import type { QuotedWay } from '../queries/quote.ts'
import { readWays } from './ways-of-basket.ts'

export interface DeliveryTrial {
  readonly market: string
  readonly country: string
  readonly region?: string | undefined
  readonly postcode?: string | undefined
  readonly weightGrams: number
  readonly units?: number | undefined
  /** What the goods come to, in minor units of the market's currency. */
  readonly amount: number
  readonly categories?: readonly string[] | undefined
}

export interface ToldReason {
  readonly because: string
  readonly params: Readonly<Record<string, string | number | Money>>
}

export interface DeliveryTried {
  readonly currency: string
  readonly ways: readonly (QuotedWay & { readonly reasons: readonly ToldReason[] })[]
  readonly refused: readonly WayRefused[]
}

/** What a basket would be offered, by the functions that the shop sells by. */
export async function tryDelivery(reader: Reader, trial: DeliveryTrial, now: Date): Promise<Result<DeliveryTried>> {
  const market = (await listMarkets(reader)).find(({ code }) => code === trial.market)
  if (!market) return refusals.not_found({ field: 'market' })
  const { country, region, postcode, weightGrams, units = 1, amount, categories = [] } = trial
  const { currency } = market
  const parcel = { weightGrams, units, pieces: [{ units, categories }] }
  const goods = BigInt(amount)
  const { ways, refused } = await readWays(reader, { market, place: { country, region, postcode }, parcel, goods }, now)
  return ok({
    currency,
    ways: ways.map((way) => ({ ...way, reasons: reasonsOf(way, tariffCost(way.tariff, parcel, goods)) })),
    refused,
  })
}

function reasonsOf({ code, zone, tariff, price }: QuotedWay, cost: ReturnType<typeof tariffCost>): ToldReason[] {
  const { currency } = price
  const told = cost.free ? undefined : tariffReason(tariff, cost.bracket, currency)
  const base = { method: code, zone: zone.name, price: money(cost.base, currency) }
  return [
    { because: told?.because ?? 'made_free', params: { ...base, ...told?.params } },
    ...cost.surcharges.map(({ name, amount }) => ({
      because: 'delivery_surcharge',
      params: { name, amount: money(amount, currency) },
    })),
  ]
}
