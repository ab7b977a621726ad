/**
 * What the shop earns on a piece: its usual price without tax, less what it costs the legal person that sells. A currency's first
 * market stands for it, with its taxes at home; what has no price or no cost, or has them in two currencies, has no margin.
 */
import { listEntities, listMarkets, type Market } from '../../departments/organisation/index.ts'
import { loadCosts, loadOffers, marginOf, priceBasket, type Margin } from '../../departments/pricing/index.ts'
import { saleTaxes } from '../../departments/tax/index.ts'
import type { House } from '../../host/context.ts'
import type { Money } from '../../kernel/money.ts'
import { localDateIn } from '../../kernel/time.ts'

export interface MarginOfVariant {
  readonly variantId: string
  readonly cost: Money
  /** Undefined where it has no price in that currency. */
  readonly earned: (Margin & { readonly net: Money }) | undefined
}

export interface Margins {
  /** In which the first market's legal person keeps its costs; undefined before the shop is set up. */
  readonly currency: string | undefined
  readonly items: readonly MarginOfVariant[]
}

export async function readMargins(house: House, variantIds: readonly string[]): Promise<Margins> {
  const [markets, entities] = await Promise.all([listMarkets(house.database), listEntities(house.database)])
  const [main] = markets
  if (!main) return { currency: undefined, items: [] }
  const firsts = markets.filter(({ currency }, at) => at === markets.findIndex((one) => one.currency === currency))
  const found = await Promise.all(firsts.map((market) => marginsIn(house, market, variantIds)))
  return { currency: entities.find(({ id }) => id === main.entityId)?.currency, items: found.flat() }
}

async function marginsIn(
  { database, clock }: House,
  market: Market,
  variantIds: readonly string[],
): Promise<MarginOfVariant[]> {
  const { code, currency, pricesIncludeTax, entityCountry: country, entityId, timeZone } = market
  const [offers, costs, taxes] = await Promise.all([
    loadOffers(database, { variantIds, currency }),
    loadCosts(database, { variantIds, entityId }),
    saleTaxes(database, { market: code, place: { country }, on: localDateIn(clock.now(), timeZone) }),
  ])
  return [...costs].flatMap(([variantId, cost]): MarginOfVariant[] => {
    if (cost.currency !== currency) return []
    const { price, taxCategory = '' } = offers.get(variantId) ?? {}
    if (!price) return [{ variantId, cost, earned: undefined }]
    const priced = priceBasket({
      market: { code, currency, pricesIncludeTax, tax: taxes.tax },
      country,
      lines: [{ variantId, quantity: 1, unitPrice: price, compareAt: undefined, taxCategory, sellable: true }],
      delivery: undefined,
      ...taxes.sale,
    })
    const net = priced.ok ? priced.value.lines[0]?.net : undefined
    return [{ variantId, cost, earned: net && { net, ...marginOf(net, cost) } }]
  })
}
