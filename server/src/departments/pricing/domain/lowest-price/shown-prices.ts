/**
 * What a page showed for one piece of a variant, at every instant: from the versions of its usual price, of the lists and of their
 * prices. Computed at the instants at which anything changed, by the function that chooses prices; nothing is sampled.
 */
import type { CurrencyCode } from '../../../../kernel/currency.ts'
import { money, type Money } from '../../../../kernel/money.ts'
import { choosePrice, listsFor } from '../price-lists/choose-price.ts'
import { shownPrice, type PriceList } from '../price-lists/price-list.ts'

/** Something that held from an instant on, until another; undefined: until now. */
export interface Version<What> {
  readonly from: Date
  readonly until: Date | undefined
  readonly what: What
}

export interface UsualPrice {
  readonly amount: bigint
  readonly compareAt: bigint | undefined
}

/** A list as it narrowed prices, without its prices. */
export interface PastList extends Omit<PriceList, 'prices'> {
  readonly id: string
}

export interface PriceHistory {
  readonly usual: readonly Version<UsualPrice>[]
  readonly lists: readonly Version<PastList>[]
  /** Of one piece of this variant. */
  readonly listPrices: readonly Version<{ readonly listId: string; readonly fine: bigint }>[]
}

/** What was shown from an instant on, until the next one; undefined prices: not on sale. */
export interface ShownPrice {
  readonly from: Date
  readonly until: Date | undefined
  readonly price: Money | undefined
  /** With a former price beside it: an announced reduction. */
  readonly announced: boolean
}

export interface Where {
  readonly currency: CurrencyCode
  readonly market: string
  readonly channel: string
}

/** The shown prices in their order, up to now; neighbours differ. */
export function shownPrices(history: PriceHistory, where: Where, now: Date): ShownPrice[] {
  const instants = turnsOf(history, now)
  const shown: ShownPrice[] = []
  for (const [index, at] of instants.entries()) {
    const next = instants[index + 1]
    const one = shownAt(history, where, new Date(at))
    const last = shown.at(-1)
    const until = next === undefined ? undefined : new Date(next)
    if (last && last.announced === one.announced && last.price?.amount === one.price?.amount) {
      shown[shown.length - 1] = { ...last, until }
    } else shown.push({ from: new Date(at), until, ...one })
  }
  return shown
}

function turnsOf({ usual, lists, listPrices }: PriceHistory, now: Date): number[] {
  const instants = [...usual, ...lists, ...listPrices].flatMap(({ from, until }) => [from, until])
  instants.push(...lists.flatMap(({ what }) => [what.from, what.until]))
  const rising = instants.flatMap((at) => (at && at <= now ? [at.getTime()] : []))
  return [...new Set(rising)].sort((a, b) => a - b)
}

function shownAt(
  { usual, lists, listPrices }: PriceHistory,
  where: Where,
  at: Date,
): Pick<ShownPrice, 'price' | 'announced'> {
  const holds = ({ from, until }: Version<unknown>) => from <= at && (until === undefined || at < until)
  const own = usual.find(holds)?.what
  const prices = listPrices.filter(holds)
  const all = lists.filter(holds).map(({ what: { id, ...list } }): PriceList => {
    const price = prices.find(({ what }) => what.listId === id)?.what.fine
    return { ...list, prices: new Map(price === undefined ? [] : [['', [{ from: 1, price }]]]) }
  })
  const occasion = { ...where, groups: [], company: undefined, now: at }
  const unitPrice = own && money(own.amount, where.currency)
  const variant = { variantId: '', quantity: 1, unitPrice, compareAt: undefined }
  const { choice } = choosePrice(listsFor(all, occasion).meant, all, variant)
  if (choice) return { price: shownPrice(choice.price, where.currency), announced: choice.compareAt !== undefined }
  return { price: unitPrice, announced: own?.compareAt !== undefined && own.compareAt > own.amount }
}
