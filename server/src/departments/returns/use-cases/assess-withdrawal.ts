import { compare, moneyFromJson, moneyToJson, sum, type MoneyJson } from '../../../kernel/money.ts'
import { addDays, localDate, localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { needsDelivery } from '../../catalog/index.ts'
import { listParcelsOf } from '../../fulfilment/index.ts'
import { listPoliciesInForce, listPoliciesOfOrder } from '../../legal/index.ts'
import { listDeliveryMethods, usualDelivery, viewIntangibles, type OrderDetail } from '../../orders/index.ts'
import { listMarkets, type Market, type Reader } from '../../organisation/index.ts'
import { holidaysIn } from '../../work/index.ts'
import { deliveryOwed, moneyDueOn, sendBackDay, type Exemption } from '../domain/refund.ts'
import { lastDayToWithdraw, timeliness, workingDay, type Timeliness } from '../domain/withdrawal-period.ts'
import type { Withdrawal } from '../queries/read-withdrawals.ts'
import { withdrawalByLaw } from './offers-withdrawal.ts'

/** What the law and the terms make of it, as far as the house knows; a person decides. */
export interface Assessment {
  readonly orderNumber: string
  /** A company has no right of withdrawal. */
  readonly forCompany: boolean
  /** Null while not all of it has arrived: the period has not begun to run out. */
  readonly lastDay: LocalDate | null
  readonly timeliness: Timeliness
  /** Whether the terms said it: untold, the period is a year longer. */
  readonly informed: boolean
  /** Whether the right is the law's; else the shop promises it. */
  readonly byLaw: boolean
  readonly lines: readonly {
    readonly position: number
    readonly name: string
    readonly quantity: number
    readonly total: MoneyJson
    /** Agreed to lose it: files that may be fetched, a service that began. */
    readonly exempt: Exemption | null
  }[]
  /** What would go back for all of it, without what is exempt. */
  readonly goods: MoneyJson
  readonly delivery: MoneyJson
  /** Of the delivery: as the cheapest usual way costs it (art. 13 (2)). */
  readonly deliveryOwed: MoneyJson
  /** Whether something left the house that is to come back. */
  readonly goodsAwaited: boolean
  readonly sendBackBy: LocalDate
  /** By when the money is back; null while it may wait for the goods. */
  readonly moneyDueOn: LocalDate | null
}

const ENOUGH_DAYS = 500

export async function assessWithdrawal(
  reader: Reader,
  { withdrawal, order, now }: { withdrawal: Withdrawal; order: OrderDetail; now: Date },
): Promise<Assessment> {
  const market = (await listMarkets(reader)).find(({ code }) => code === order.market)
  const zone = market?.timeZone ?? 'UTC'
  const terms = await listPoliciesOfOrder(reader, order.id)
  const inForce = await listPoliciesInForce(reader, { market: order.market, at: new Date(order.placedAt) })
  const days = inForce.find(({ kind }) => kind === 'returns')?.rules.withdrawalDays ?? 0
  const informed = terms.some(({ kind }) => kind === 'returns')
  const byLaw = withdrawalByLaw({ country: order.country, lawPack: market?.lawPack ?? '' })
  const placedOn = localDateIn(new Date(order.placedAt), zone)
  const receivedOn = localDateIn(withdrawal.receivedAt, zone)
  const holidays = holidaysOf(order.country, placedOn)
  const arrivals = await arrivalsOf(reader, order)
  const last = lastDayToWithdraw({ placedOn, arrivals, days, informed, byLaw, holidays })
  const intangibles = await viewIntangibles(reader, order.id, now)
  const consents = new Set(intangibles.ok ? intangibles.value.consents.map(({ kind }) => kind) : [])
  const lines = order.lines.map(({ position, name, quantity, total, kind }) => {
    return { position, name, quantity, total, exempt: exemptionOf(kind, consents) }
  })
  const owed = lines.filter(({ exempt }) => exempt === null).map(({ total }) => moneyFromJson(total))
  const goods = sum(owed, order.total.currency)
  const cheapest = market && (await cheapestDelivery(reader, { order, market, now }))
  const goodsAwaited = order.dispatch !== null && order.dispatch !== 'to_ship'
  const cameOn = withdrawal.facts.map(({ on }) => on)
  return {
    orderNumber: order.number,
    forCompany: order.business !== null,
    lastDay: last,
    timeliness: timeliness(last, receivedOn),
    informed,
    byLaw,
    lines,
    goods: moneyToJson(goods),
    delivery: order.delivery.total,
    deliveryOwed: { ...order.delivery.total, amount: deliveryOwed(order.delivery.total.amount, cheapest) },
    goodsAwaited,
    sendBackBy: workingDay(sendBackDay(receivedOn), holidays),
    moneyDueOn: moneyDueOn({ refundBy: withdrawal.refundBy, awaited: goodsAwaited, cameOn }),
  }
}

/** Of the buyer's country; of one whose days the house does not know, none. */
export function holidaysOf(country: string, from: LocalDate): ReadonlySet<LocalDate> {
  return new Set(holidaysIn(country, from, addDays(from, ENOUGH_DAYS)).map(({ on }) => on))
}

/** What the cheapest usual way to the buyer costs now, free from its threshold on; undefined where none is known. */
async function cheapestDelivery(
  reader: Reader,
  { order, market, now }: { readonly order: OrderDetail; readonly market: Market; readonly now: Date },
): Promise<number | undefined> {
  const { country, goods } = order
  const methods = await listDeliveryMethods(reader, { country, from: market.locationCode })
  const prices = methods
    .filter(({ kind }) => kind === 'carriage')
    .flatMap((method) => {
      const where = { country, currency: order.total.currency, zone: market.timeZone, now }
      const usual = usualDelivery([method], where)
      if (!usual) return []
      const isFree = usual.freeFrom && compare(moneyFromJson(goods), usual.freeFrom) >= 0
      return [isFree ? 0 : moneyToJson(usual.price).amount]
    })
  return prices.length === 0 ? undefined : Math.min(...prices)
}

function exemptionOf(kind: string, consents: ReadonlySet<string>): 'digital' | 'service' | null {
  if (!consents.has(kind)) return null
  return kind === 'digital' || kind === 'service' ? kind : null
}

/** When each piece that is sent arrived; one that is in no delivered parcel is not there yet. */
async function arrivalsOf(reader: Reader, order: OrderDetail): Promise<(LocalDate | null)[]> {
  const sent = order.lines.filter(({ kind }) => needsDelivery(kind))
  const parcels = (await listParcelsOf(reader, order.id)).filter(({ state }) => state === 'delivered')
  return sent.map(({ position, quantity }) => {
    const its = parcels.filter(({ lines }) => lines.some((line) => line.position === position))
    const pieces = its.flatMap(({ lines }) => lines.filter((line) => line.position === position))
    if (pieces.reduce((all, line) => all + line.quantity, 0) < quantity) return null
    return localDate(
      its
        .map(({ deliveredOn }) => deliveredOn ?? '')
        .toSorted()
        .at(-1) ?? '',
    )
  })
}
