/**
 * What the shop earns on a piece: its usual price without tax, less what it costs the legal person that sells. A currency's first
 * market stands for it, with its taxes at home; what has no price or no cost, or has them in two currencies, has no margin.
 */
import { listMarkets, type Market } from '../../departments/organisation/index.ts'
import { loadCosts, loadOffers, marginOf, priceBasket } from '../../departments/pricing/index.ts'
import { saleTaxes } from '../../departments/tax/index.ts'
import type { House } from '../../host/context.ts'
import type { Money } from '../../kernel/money.ts'
import { localDateIn } from '../../kernel/time.ts'

export interface MarginOfVariant {
  readonly variantId: string
  /** Without tax. */
  readonly net: Money
  readonly cost: Money
  readonly margin: Money
  readonly share: number | undefined
}

export async function readMargins(house: House, variantIds: readonly string[]): Promise<MarginOfVariant[]> {
  const markets = await listMarkets(house.database)
  const firsts = markets.filter(({ currency }, at) => at === markets.findIndex((one) => one.currency === currency))
  const found = await Promise.all(firsts.map((market) => marginsIn(house, market, variantIds)))
  return found.flat()
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
  return [...offers.values()].flatMap(({ variantId, price, taxCategory }) => {
    const cost = costs.get(variantId)
    if (!price || cost?.currency !== currency) return []
    const priced = priceBasket({
      market: { code, currency, pricesIncludeTax, tax: taxes.tax },
      country,
      lines: [{ variantId, quantity: 1, unitPrice: price, compareAt: undefined, taxCategory, sellable: true }],
      delivery: undefined,
      ...taxes.sale,
    })
    const net = priced.ok ? priced.value.lines[0]?.net : undefined
    return net ? [{ variantId, net, cost, ...marginOf(net, cost) }] : []
  })
}
