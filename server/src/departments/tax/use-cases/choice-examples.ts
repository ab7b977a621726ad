import { currencyCode } from '../../../kernel/currency.ts'
import { money, type Money } from '../../../kernel/money.ts'
import { percent, type Percent } from '../../../kernel/rate.ts'
import {
  priceBasket,
  TAX_CHOICES,
  USUAL_TAX_SETTINGS,
  type LineToPrice,
  type PricedBasket,
  type PriceSnapshot,
  type TaxChoice,
  type TaxSettings,
} from '../../pricing/index.ts'

/** A small basket that comes out differently for each value of one choice. */
interface Example {
  readonly settings?: Partial<TaxSettings>
  readonly included: boolean
  /** Quantity, unit price in minor units, per cent. */
  readonly lines: readonly (readonly [number, number, string])[]
  readonly delivery?: number
  /** Per cent off the whole order. */
  readonly off?: string
  /** What is inside the prices, where the goods go elsewhere. */
  readonly home?: string
}

const EXAMPLES: Readonly<Record<TaxChoice, Example>> = {
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
}

export interface ChoiceExample {
  readonly choice: TaxChoice
  readonly basket: {
    readonly pricesIncludeTax: boolean
    readonly lines: readonly { readonly quantity: number; readonly unitPrice: Money; readonly percent: Percent }[]
    readonly delivery: Money | undefined
    readonly discount: Percent | undefined
    readonly homePercent: Percent | undefined
  }
  readonly outcomes: readonly { readonly value: string; readonly priced: PricedBasket }[]
}

/** Every choice with a basket and what it costs under each value, computed by the function that the shop sells by. */
export function choiceExamples(currency: string): ChoiceExample[] {
  return (Object.keys(TAX_CHOICES) as TaxChoice[]).map((choice) => {
    const example = EXAMPLES[choice]
    return {
      choice,
      basket: {
        pricesIncludeTax: example.included,
        lines: example.lines.map(([quantity, price, rate]) => ({
          quantity,
          unitPrice: money(price, currency),
          percent: percent(rate),
        })),
        delivery: example.delivery === undefined ? undefined : money(example.delivery, currency),
        discount: example.off === undefined ? undefined : percent(example.off),
        homePercent: example.home === undefined ? undefined : percent(example.home),
      },
      outcomes: TAX_CHOICES[choice].map((value) => ({
        value,
        priced: priceOf(example, { ...USUAL_TAX_SETTINGS, ...example.settings, [choice]: value }, currency),
      })),
    }
  })
}

function priceOf(example: Example, tax: TaxSettings, currency: string): PricedBasket {
  const priced = priceBasket(snapshotOf(example, tax, currency))
  if (!priced.ok) throw new Error(`an example was refused: ${priced.refusal.code}`)
  return priced.value
}

function snapshotOf({ included, lines, delivery, off, home }: Example, tax: TaxSettings, code: string): PriceSnapshot {
  const currency = currencyCode(code)
  return {
    market: { code: 'example', currency, pricesIncludeTax: included, tax },
    country: 'EX',
    lines: lines.map(([quantity, price, rate], index): LineToPrice => ({
      variantId: String(index),
      quantity,
      unitPrice: money(price, currency),
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
