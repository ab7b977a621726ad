/**
 * A promotion tried on what was sold: orders of a period first, then the baskets that nobody ordered, some hundreds at a time.
 *
 * Each step is kept with its place, so that a trial that was stopped, or whose worker died, goes on where it was; a step is written
 * only by who goes on from the step before, so that two runs of one trial count nothing twice. Orders are taken in the order in which
 * they came, because a promotion's limits are used up in that order.
 */
import {
  listLeftBaskets,
  listPastOrders,
  type LeftBasket,
  type PastOrder,
  type SalesCursor,
} from '../../departments/orders/index.ts'
import {
  countBasket,
  countOrder,
  getTrial,
  keepTrialStep,
  limitsLeft,
  promotionTried,
  trySale,
  type LineToPrice,
  type Trial,
  type TrialPlace,
  type TrialTally,
} from '../../departments/pricing/index.ts'
import { runCommand, type CommandOptions, type House } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { localDateIn } from '../../kernel/time.ts'
import { offerLine, paidAsShown, snapshotOfBasket, snapshotOfOrder, traitsOf } from './rebuild-sale.ts'
import { openTrialShop, type TrialShop } from './shop-of-trial.ts'

export interface TrialMeans {
  readonly options: CommandOptions
  readonly onProgress: (done: number, total: number) => void
  readonly stopAsked: () => Promise<boolean>
}

export const CHUNK = 500

/** Answers true when it was done to the end, false when it was stopped or somebody else goes on with it. */
export async function runTrial(
  house: House,
  { id, run }: { readonly id: string; readonly run: number },
  { options, onProgress, stopAsked }: TrialMeans,
): Promise<Result<boolean>> {
  const found = await getTrial(house.database, id)
  if (!found.ok) return found
  const trial = found.value
  if (trial.run !== run || trial.state !== 'running') return ok(trial.state === 'done')
  const shop = await openTrialShop(house, trial)
  let { place, looked } = trial
  const { tally } = trial
  for (;;) {
    if (await stopAsked()) return ok(false)
    const chunk = await readChunk(house, trial, place)
    if (chunk.orders) await countOrders(tally, chunk.orders, { trial, shop })
    else await countBaskets(tally, chunk.baskets, { trial, shop })
    const next = placeAfter(place, chunk)
    const from = looked
    looked += (chunk.orders ?? chunk.baskets).length
    const step = { id, run, from, looked, place: next ?? place, tally, isDone: next === undefined }
    const kept = await runCommand(house, options, (ctx) => keepTrialStep(ctx, step))
    if (!kept.ok) return kept
    if (!kept.value || next === undefined) return ok(kept.value)
    place = next
    onProgress(looked, Math.max(looked, trial.toLookAt))
  }
}

type Chunk =
  | { readonly orders: readonly PastOrder[]; readonly baskets?: undefined }
  | { readonly orders?: undefined; readonly baskets: readonly LeftBasket[] }

async function readChunk({ database }: House, { since, until }: Trial, { phase, after }: TrialPlace): Promise<Chunk> {
  const page = { after, limit: CHUNK }
  return phase === 'orders'
    ? { orders: await listPastOrders(database, { since, until }, page) }
    : { baskets: await listLeftBaskets(database, { since, until }, page) }
}

/** Where to go on; undefined at the end. */
function placeAfter({ phase }: TrialPlace, { orders, baskets }: Chunk): TrialPlace | undefined {
  const sales: readonly { readonly cursor: SalesCursor }[] = orders ?? baskets
  const last = sales.at(-1)?.cursor
  if (sales.length === CHUNK && last) return { phase, after: last }
  return phase === 'orders' ? { phase: 'baskets' } : undefined
}

interface Work {
  readonly trial: Trial
  readonly shop: TrialShop
}

async function countOrders(tally: TrialTally, orders: readonly PastOrder[], { trial, shop }: Work): Promise<void> {
  const { draft } = trial
  for (const [currency, ids] of variantsByCurrency(orders)) await shop.offersOf(ids, currency)
  const { action } = draft.terms
  await shop.knowCosts([
    ...orders.flatMap(({ lines }) => lines.map(({ variantId }) => variantId)),
    ...(action.kind === 'gift' ? [action.variant] : []),
  ])
  for (const order of orders) {
    const sale = await saleOfOrder(order, { trial, shop })
    const tried = trySale(sale, promotionTried(draft, limitsLeft(draft, tally, order.customerId)))
    if (!tried.ok) {
      tally.unpriced += 1
      continue
    }
    const names = new Map(order.lines.map(({ variantId, sku, name }) => [variantId, { sku, name }]))
    const { number, placedAt: at, customerId } = order
    const day = localDateIn(at, shop.zone)
    const costs = costsOf(order, draft, shop)
    const paid = paidAsShown(order, draft.code)
    countOrder(tally, { number, at, day, customerId, names, paid, costs }, tried.value, draft)
  }
}

/** What its goods cost when it was sold; where the house did not know that then, what they cost today. */
function costsOf({ marketCode, currency, lines }: PastOrder, { terms: { action } }: Trial['draft'], shop: TrialShop) {
  const costs = new Map<string, number>()
  const gift = action.kind === 'gift' ? [{ variantId: action.variant, costEach: null }] : []
  for (const { variantId, costEach } of [...lines, ...gift]) {
    const known = costEach ?? costs.get(variantId) ?? shop.costToday(marketCode, { variantId, currency })
    if (known !== undefined) costs.set(variantId, known)
  }
  return costs
}

function variantsByCurrency(orders: readonly PastOrder[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { currency, lines } of orders) {
    const known = found.get(currency) ?? []
    found.set(currency, known)
    for (const { variantId } of lines) known.push(variantId)
  }
  return found
}

/** An order as it is tried: as it was, with its gift beside it where the promotion is one. */
export async function saleOfOrder(order: PastOrder, { trial, shop }: Work) {
  const market = shop.markets.get(order.marketCode)
  const taxes = market && (await shop.taxesOf(market, order.country))
  const ofSale = shop.shopFor(order.marketCode, taxes)
  const snapshot = snapshotOfOrder(order, ofSale)
  return { snapshot, gift: await giftFor(trial, shop, snapshot.market.currency, ofSale) }
}

async function countBaskets(tally: TrialTally, baskets: readonly LeftBasket[], { trial, shop }: Work): Promise<void> {
  // Limits are counted by orders: a basket tells what would have been offered.
  const promotion = promotionTried(trial.draft, {})
  for (const basket of baskets) {
    const market = shop.markets.get(basket.marketCode)
    if (!market) continue
    const taxes = await shop.taxesOf(market, basket.country)
    const ids = basket.lines.map(({ variantId }) => variantId)
    const offers = await shop.offersOf(ids, market.currency)
    const ofSale = shop.shopFor(basket.marketCode, taxes)
    const snapshot = snapshotOfBasket(basket, { ...ofSale, offers, taxes: taxes.sale })
    const gift = snapshot && (await giftFor(trial, shop, market.currency, ofSale))
    const tried = snapshot && trySale({ snapshot, gift }, promotion)
    if (tried?.ok) countBasket(tally, tried.value)
  }
}

async function giftFor(
  { draft }: Trial,
  shop: TrialShop,
  currency: string,
  ofSale: Parameters<typeof traitsOf>[1],
): Promise<LineToPrice | undefined> {
  const { action } = draft.terms
  if (action.kind !== 'gift') return undefined
  const offer = (await shop.offersOf([action.variant], currency)).get(action.variant)
  return offer?.price && { ...offerLine(offer, action.units), ...traitsOf(action.variant, ofSale) }
}
