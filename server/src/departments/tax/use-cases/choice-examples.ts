import { currencyCode } from '../../../kernel/currency.ts'
import { money, type Money } from '../../../kernel/money.ts'
import { pieces } from '../../../kernel/quantity.ts'
import { percent, type Percent } from '../../../kernel/rate.ts'
import { unitPrice, type UnitPrice } from '../../../kernel/unit-price.ts'
import { priceBasket, type LineToPrice, type PricedBasket, type PriceSnapshot } from '../../pricing/index.ts'
import { MARKET_CHOICES, USUAL_CHOICES, type MarketChoice, type MarketChoices } from './choices-of.ts'

/** A small basket that comes out differently for each value of one choice. */
interface Example {
  readonly settings?: Partial<MarketChoices>
  readonly included: boolean
  /** Quantity, unit price in minor units, per cent. */
  readonly lines: readonly (readonly [number, number, string])[]
  readonly delivery?: number
  /** Per cent off the whole order. */
  readonly off?: string
  /** What is inside the prices, where the goods go elsewhere. */
  readonly home?: string
  /** What a unit costs, in hundredths of minor units. */
  readonly fine?: number
  /** Bought by a company elsewhere whose number nobody can confirm just now. */
  readonly company?: true
}

const EXAMPLES: Readonly<Record<MarketChoice, Example>> = {
  roundEach: {
    included: false,
    lines: [
      [3, 11, '22'],
      [3, 11, '22'],
    ],
  },
  rounding: {
    included: false,
    lines: [
      [1, 25, '22'],
      [1, 75, '22'],
    ],
  },
  base: { included: false, lines: [[1, 1000, '22']], off: '20' },
  oddUnit: {
    settings: { roundEach: 'order' },
    included: false,
    lines: [
      [1, 10, '22'],
      [1, 12, '22'],
      [1, 14, '22'],
      [1, 10, '22'],
    ],
  },
  acrossZones: { included: true, lines: [[1, 1220, '19']], home: '22' },
  deliveryTax: {
    included: true,
    lines: [
      [1, 3000, '22'],
      [1, 1000, '4'],
    ],
    delivery: 1000,
  },
  roundPrices: { included: true, lines: [[100, 3, '22']], fine: 345 },
  unverifiedNumbers: { included: true, lines: [[1, 1220, '22']], home: '22', company: true },
}

export interface ChoiceExample {
  readonly choice: MarketChoice
  readonly basket: {
    readonly pricesIncludeTax: boolean
    readonly lines: readonly {
      readonly quantity: number
      readonly unitPrice: Money
      readonly exactPrice: UnitPrice | undefined
      readonly percent: Percent
    }[]
    readonly company: boolean
    readonly delivery: Money | undefined
    readonly discount: Percent | undefined
    readonly homePercent: Percent | undefined
  }
  readonly outcomes: readonly { readonly value: string; readonly priced: PricedBasket }[]
}

/** Every choice with a basket and what it costs under each value, computed by the function that the shop sells by. */
export function choiceExamples(currency: string): ChoiceExample[] {
  return (Object.keys(MARKET_CHOICES) as MarketChoice[]).map((choice) => {
    const example = EXAMPLES[choice]
    return {
      choice,
      basket: {
        pricesIncludeTax: example.included,
        lines: example.lines.map(([quantity, price, rate]) => ({
          quantity,
          unitPrice: money(price, currency),
          exactPrice: exactOf(example, currency),
          percent: percent(rate),
        })),
        company: example.company === true,
        delivery: example.delivery === undefined ? undefined : money(example.delivery, currency),
        discount: example.off === undefined ? undefined : percent(example.off),
        homePercent: example.home === undefined ? undefined : percent(example.home),
      },
      outcomes: MARKET_CHOICES[choice].map((value) => ({
        value,
        priced: priceOf(example, { ...USUAL_CHOICES, ...example.settings, [choice]: value }, currency),
      })),
    }
  })
}

function exactOf({ fine }: Example, currency: string): UnitPrice | undefined {
  if (fine === undefined) return undefined
  return unitPrice({ amount: BigInt(fine), scale: 4, currency: currencyCode(currency), per: pieces(1) })
}

function priceOf(example: Example, choices: MarketChoices, currency: string): PricedBasket {
  const priced = priceBasket(snapshotOf(example, choices, currency))
  if (!priced.ok) throw new Error(`an example was refused: ${priced.refusal.code}`)
  return priced.value
}

function snapshotOf(example: Example, choices: MarketChoices, code: string): PriceSnapshot {
  const { included, lines, delivery, off, home, company } = example
  const { roundPrices, unverifiedNumbers, ...tax } = choices
  const currency = currencyCode(code)
  const exactPrice = exactOf(example, code)
  return {
    market: { code: 'example', currency, pricesIncludeTax: included, tax, roundPrices },
    country: 'EX',
    lines: lines.map(([quantity, price, rate], index): LineToPrice => ({
      variantId: String(index),
      quantity,
      unitPrice: money(price, currency),
      ...(exactPrice && { exactPrice }),
      compareAt: undefined,
      taxCategory: rate,
      sellable: true,
    })),
    delivery:
      delivery === undefined
        ? undefined
        : { code: 'delivery', price: money(delivery, currency), freeFrom: undefined, taxCategory: lines[0]?.[2] ?? '' },
    taxRates: new Map(lines.map(([, , rate]) => [rate, percent(rate)])),
    ...(home !== undefined && { homeTaxRates: new Map(lines.map(([, , rate]) => [rate, percent(home)])) }),
    ...(company && { treatment: unverifiedNumbers === 'accept' ? 'reverse_charge' : 'oss' }),
    sale: {
      now: new Date(0),
      channel: '',
      customerGroups: [],
      nthOrder: undefined,
      coupons: [],
      promotions: off === undefined ? [] : [discountOf(off)],
    },
  }
}

function discountOf(off: string) {
  return {
    code: 'EXAMPLE',
    names: {},
    conditions: [],
    action: { kind: 'order_percent' as const, percent: percent(off) },
    priority: 0,
    stackingClass: 'example',
    exclusive: false,
  }
}
