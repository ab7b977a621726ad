/**
 * Which price a variant has for somebody, somewhere, at a moment: that of the list of highest priority that is meant and has
 * one for so many pieces, else the shop's own. A pure function: the basket, the pages and the history of what was shown ask it.
 */
import type { CurrencyCode } from '../../../../kernel/currency.ts'
import type { Money } from '../../../../kernel/money.ts'
import type { SaleToPrice } from '../price-snapshot.ts'
import type { Failure } from '../promotions/conditions.ts'
import { derivePrice } from './derive-price.ts'
import { byPrecedence, fineOf, shownPrice, type FinePrice, type ListTier, type PriceList } from './price-list.ts'

/** Who buys, where and when. */
export interface Occasion {
  readonly currency: CurrencyCode
  readonly market: string
  readonly channel: string
  readonly groups: readonly string[]
  readonly company: string | undefined
  readonly now: Date
}

/** The occasion that a snapshot speaks of. */
export function occasionOf(
  market: { readonly code: string; readonly currency: CurrencyCode },
  sale: SaleToPrice,
): Occasion {
  const { channel, customerGroups: groups, company, now } = sale
  return { currency: market.currency, market: market.code, channel, groups, company, now }
}

export interface VariantToPrice {
  readonly variantId: string
  readonly quantity: number
  /** The shop's own price, and the former one. */
  readonly unitPrice: Money | undefined
  readonly compareAt: Money | undefined
}

export interface ListChoice {
  readonly list: PriceList
  readonly price: FinePrice
  /** Of the tier that gives it. */
  readonly from: number
  /** The shop's own price, where the list announces that it is lower. */
  readonly compareAt: Money | undefined
}

/** A list that gave no price, and why. */
export interface PassedOver {
  readonly list: PriceList
  readonly failure: Failure
}

/** What the lists said of a variant: the choice, and why others gave nothing. */
export interface Listed {
  /** Undefined: it costs what the shop usually asks. */
  readonly choice: ListChoice | undefined
  readonly passed: readonly PassedOver[]
}

/** The lists that are meant on this occasion in their order, and what speaks against each of the others. */
export function listsFor(
  lists: readonly PriceList[],
  occasion: Occasion,
): { readonly meant: readonly PriceList[]; readonly others: readonly PassedOver[] } {
  const meant: PriceList[] = []
  const others: PassedOver[] = []
  for (const list of [...lists].sort(byPrecedence)) {
    if (list.onlyBase) continue
    const failure = speaksAgainst(list, occasion)
    if (failure) others.push({ list, failure })
    else meant.push(list)
  }
  return { meant, others }
}

/** The first thing that speaks against a list, whatever is bought. */
function speaksAgainst(list: PriceList, occasion: Occasion): Failure | undefined {
  const { from, until, currency, markets, channels, groups, companies } = list
  const { now } = occasion
  if (currency !== occasion.currency) return { because: 'list_other_currency', params: { currency } }
  if (from && now < from) return { because: 'list_not_begun', params: { from: from.toISOString() } }
  if (until && now >= until) return { because: 'list_ended', params: { until: until.toISOString() } }
  if (markets && !markets.includes(occasion.market)) return notAmong('list_other_market', markets)
  if (channels && !channels.includes(occasion.channel)) return notAmong('list_other_channel', channels)
  if (groups && !groups.some((one) => occasion.groups.includes(one))) return notAmong('list_other_group', groups)
  if (companies && (occasion.company === undefined || !companies.includes(occasion.company))) {
    return notAmong('list_other_company', companies)
  }
  return undefined
}

function notAmong(because: string, allowed: readonly string[]): Failure {
  return { because, params: { allowed: allowed.join(', ') } }
}

/** Whether a list has a price on this occasion, so that a variant without a usual one can be bought. */
export function hasListPrice(lists: readonly PriceList[], occasion: Occasion, variant: VariantToPrice): boolean {
  return choosePrice(listsFor(lists, occasion).meant, lists, variant).choice !== undefined
}

/** The first list that has a price; `all` are those that a derivation may begin from, meant or not. */
export function choosePrice(meant: readonly PriceList[], all: readonly PriceList[], variant: VariantToPrice): Listed {
  const passed: PassedOver[] = []
  let choice: ListChoice | undefined
  for (const list of meant) {
    const found = tierOf(list, all, variant)
    if ('failure' in found) {
      if (!choice) passed.push({ list, failure: found.failure })
    } else if (choice) {
      passed.push({ list, failure: { because: 'list_outranked', params: { betterList: choice.list.code } } })
    } else {
      choice = { list, ...found, compareAt: formerOf(list, found.price, variant) }
    }
  }
  return { choice, passed }
}

function formerOf(list: PriceList, price: FinePrice, { unitPrice }: VariantToPrice): Money | undefined {
  if (!list.announced || !unitPrice) return undefined
  return fineOf(unitPrice) > price && shownPrice(price, list.currency).amount < unitPrice.amount ? unitPrice : undefined
}

type Found = { readonly price: FinePrice; readonly from: number } | { readonly failure: Failure }

function tierOf(list: PriceList, all: readonly PriceList[], { variantId, quantity, unitPrice }: VariantToPrice): Found {
  const own = list.prices.get(variantId)
  const ownTier = own && tierFor(own, quantity)
  if (ownTier) return ownTier
  const { derivation } = list
  if (derivation) {
    const { of } = derivation
    const base =
      of === undefined
        ? unitPrice && { from: 1, price: fineOf(unitPrice) }
        : tierFor(all.find(({ code }) => code === of)?.prices.get(variantId) ?? [], quantity)
    if (base) return { from: base.from, price: derivePrice(base.price, derivation) }
  }
  const [first] = own ?? []
  if (!first) return { failure: { because: 'list_without_this', params: {} } }
  return {
    failure: { because: 'list_from_quantity', params: { from: first.from, missing: first.from - quantity } },
  }
}

/** The tier of so many pieces: the highest that begins at or below them. */
export function tierFor(tiers: readonly ListTier[], quantity: number): ListTier | undefined {
  return tiers.findLast(({ from }) => from <= quantity)
}
