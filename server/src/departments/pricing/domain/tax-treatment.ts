import { money, type Money } from '../../../kernel/money.ts'
import { percentFromPpm, type Rate } from '../../../kernel/rate.ts'
import { divideRounded } from '../../../kernel/rounding.ts'
import type { UnitPrice } from '../../../kernel/unit-price.ts'
import type { PriceSnapshot } from './price-snapshot.ts'
import { grossFactor, type TaxRate } from './tax-rate.ts'
import { USUAL_TAX_SETTINGS } from './tax-settings.ts'

/** Why a sale bears the taxes that it bears; the last three bear none. */
export const TAX_TREATMENTS = [
  'domestic',
  'destination',
  'origin',
  'oss',
  'export',
  'reverse_charge',
  'exempt',
] as const
export type TaxTreatment = (typeof TAX_TREATMENTS)[number]

const NO_TAX: TaxRate = percentFromPpm(0n)

/**
 * The category of what is worth an amount of any goods. Its sale bears no tax and no promotion touches it: tax is due, and prices are
 * reduced, when it pays for something (Directive 2006/112/EC, article 30b(2)).
 */
export const VOUCHER = 'voucher'

export function isUntaxed(treatment: TaxTreatment | undefined): boolean {
  return treatment === 'export' || treatment === 'reverse_charge' || treatment === 'exempt'
}

/** What a category of goods bears in this sale; undefined where nobody has said. */
export function rateIn({ taxRates, treatment }: PriceSnapshot, category: string): TaxRate | undefined {
  return isUntaxed(treatment) || category === VOUCHER ? NO_TAX : taxRates.get(category)
}

/**
 * The snapshot with the prices that hold where the goods go. Prices are made with the tax of home inside; where another tax
 * applies and the market keeps its net, that of home is taken out of each price and the other put in, once, before anything is
 * computed. Who owes no tax by law (reverse charge, exempt) never pays it: there the price is the net one whatever the market
 * keeps. A floor is the shop's own and stays.
 */
export function inZone(snapshot: PriceSnapshot): PriceSnapshot {
  const { market, homeTaxRates, lines, delivery, treatment } = snapshot
  const keeps = market.tax?.acrossZones ?? USUAL_TAX_SETTINGS.acrossZones
  const relieved = treatment === 'reverse_charge' || treatment === 'exempt'
  if (!market.pricesIncludeTax || !homeTaxRates || (keeps === 'keep_gross' && !relieved)) return snapshot
  const factors = new Map<string, Rate | undefined>()
  const factorOf = (category: string): Rate | undefined => {
    if (!factors.has(category))
      factors.set(category, factorBetween(homeTaxRates.get(category), rateIn(snapshot, category)))
    return factors.get(category)
  }
  return {
    ...snapshot,
    lines: lines.map((line) => {
      const factor = factorOf(line.taxCategory)
      if (!factor) return line
      const { unitPrice, exactPrice, compareAt, share } = line
      return {
        ...line,
        unitPrice: unitPrice && scaled(unitPrice, factor),
        compareAt: compareAt && scaled(compareAt, factor),
        ...(exactPrice && { exactPrice: scaledExactly(exactPrice, factor) }),
        ...(share && { share: { ...share, amount: scaled(share.amount, factor), own: scaled(share.own, factor) } }),
      }
    }),
    delivery: delivery && movedDelivery(delivery, factorOf(delivery.taxCategory)),
  }
}

function movedDelivery(delivery: NonNullable<PriceSnapshot['delivery']>, factor: Rate | undefined) {
  if (!factor) return delivery
  const scale = (amount: Money) => scaled(amount, factor)
  return { ...delivery, price: scale(delivery.price), ...(delivery.rate && { rate: { ...delivery.rate, scale } }) }
}

/** Undefined where a rate is missing, which is refused later, or where both are the same. */
function factorBetween(home: TaxRate | undefined, there: TaxRate | undefined): Rate | undefined {
  if (!home || !there) return undefined
  const from = grossFactor(home)
  const to = grossFactor(there)
  const numerator = to.numerator * from.denominator
  const denominator = to.denominator * from.numerator
  return numerator === denominator ? undefined : { numerator, denominator }
}

function scaled({ amount, currency }: Money, { numerator, denominator }: Rate): Money {
  return money(divideRounded(amount * numerator, denominator, 'half_up'), currency)
}

/** Four decimals finer than it was: it becomes money once, at the line. */
function scaledExactly(price: UnitPrice, { numerator, denominator }: Rate): UnitPrice {
  const amount = divideRounded(price.amount * 10_000n * numerator, denominator, 'half_up')
  return { ...price, amount, scale: price.scale + 4 }
}
