import { compareDates, type LocalDate } from '../../kernel/time.ts'

/** In the order in which a shop is set up: each step stands on those before it. */
export const STEPS = [
  'organisation',
  'entity',
  'location',
  'market',
  'tax',
  'delivery',
  'payment',
  'product',
  'people',
] as const
export type StepCode = (typeof STEPS)[number]

/** What the guide looks at: what there really is, never a note of having been somewhere. */
export interface ShopFacts {
  readonly named: boolean
  readonly entities: readonly { readonly code: string; readonly vatNumber: string | null; readonly timeZone: string }[]
  readonly locations: readonly string[]
  readonly markets: readonly {
    readonly code: string
    readonly countries: readonly string[]
    readonly currency: string
    readonly locationCode: string
  }[]
  readonly rates: readonly {
    readonly country: string
    readonly category: string
    readonly from: LocalDate
    readonly to: LocalDate | null
  }[]
  readonly today: LocalDate
  readonly deliveries: readonly {
    readonly countries: readonly string[]
    readonly currencies: readonly string[]
    readonly active: boolean
  }[]
  readonly hasPaymentProvider: boolean
  readonly published: number
  readonly priced: number
  readonly staff: number
}

/** One thing that a step lacks; its words stand under set-up.missing. */
export interface Missing {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

const STANDARD = 'standard'

/** What each step still lacks; nothing means done. */
export function missingOf(facts: ShopFacts): Readonly<Record<StepCode, readonly Missing[]>> {
  return {
    organisation: when(!facts.named, 'name'),
    entity:
      facts.entities.length === 0
        ? [lack('entity')]
        : facts.entities
            .filter((one) => one.vatNumber === null)
            .map(({ code }) => lack('vat_number', { entity: code })),
    location: when(facts.locations.length === 0, 'location'),
    market:
      facts.markets.length === 0
        ? [lack('market')]
        : facts.markets
            .filter(({ locationCode }) => !facts.locations.includes(locationCode))
            .map(({ code }) => lack('market_location', { market: code })),
    tax: taxOf(facts),
    delivery: deliveryOf(facts),
    payment: when(!facts.hasPaymentProvider, 'payment_provider'),
    product: facts.published === 0 ? [lack('product')] : when(facts.priced === 0, 'price'),
    people: when(facts.staff < 2, 'second_person'),
  }
}

function taxOf({ markets, rates, today }: ShopFacts): Missing[] {
  if (markets.length === 0) return [lack('market')]
  const inForce = rates.filter(
    ({ category, from, to }) =>
      category === STANDARD && compareDates(from, today) <= 0 && (to === null || compareDates(today, to) <= 0),
  )
  const covered = new Set(inForce.map(({ country }) => country))
  const countries = [...new Set(markets.flatMap((market) => market.countries))].filter((one) => !covered.has(one))
  return countries.length === 0 ? [] : [lack('tax_rate', { countries: countries.sort().join(', ') })]
}

/** A country is reached when somebody brings goods there at a price in its market's own currency. */
function deliveryOf({ markets, deliveries }: ShopFacts): Missing[] {
  if (markets.length === 0) return [lack('market')]
  const offered = deliveries.filter(({ active }) => active)
  const unreached = markets.flatMap(({ countries, currency }) =>
    countries.filter(
      (country) => !offered.some((one) => one.countries.includes(country) && one.currencies.includes(currency)),
    ),
  )
  return unreached.length === 0
    ? []
    : [lack('delivery_method', { countries: [...new Set(unreached)].sort().join(', ') })]
}

function lack(code: string, params: Missing['params'] = {}): Missing {
  return { code, params }
}

function when(isMissing: boolean, code: string): Missing[] {
  return isMissing ? [lack(code)] : []
}
