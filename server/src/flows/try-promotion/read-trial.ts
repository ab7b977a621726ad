import { loadAvailability } from '../../departments/inventory/index.ts'
import { findPastOrder, listPastOrders } from '../../departments/orders/index.ts'
import { listMarkets } from '../../departments/organisation/index.ts'
import {
  getTrial,
  loadPromotionsOfPeriod,
  promotionTried,
  pricingRefusals,
  trySale,
  type Trial,
  type TriedSale,
} from '../../departments/pricing/index.ts'
import type { House } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { saleOfOrder } from './run-trial.ts'
import { openTrialShop } from './shop-of-trial.ts'

export interface TrialReport {
  readonly trial: Trial
  /** What has changed since it was tried: the promotion itself, or those that it meets. */
  readonly changed: readonly ('promotion' | 'others')[]
  /** Of the goods that it would have been given on most: how many can be sold today, in all places that sell. */
  readonly left: ReadonlyMap<string, number>
  /** Of a gift: how many of it can be sold today, in all places that sell. */
  readonly giftsLeft: number | null
}

export async function readTrial({ database }: House, id: string): Promise<Result<TrialReport>> {
  const found = await getTrial(database, id)
  if (!found.ok) return found
  const trial = found.value
  const { since, until, promotionId, promotionVersion, promotionVersionNow } = trial
  const { versions } = await loadPromotionsOfPeriod(database, { since, until, except: promotionId ?? undefined })
  const changed: TrialReport['changed'][number][] = []
  if (promotionVersion !== promotionVersionNow) changed.push('promotion')
  if (versions !== trial.others) changed.push('others')
  const { action } = trial.draft.terms
  const gift = action.kind === 'gift' ? action.variant : undefined
  const goods = mostSold(trial).map(({ variantId }) => variantId)
  const left = await leftOf(database, gift === undefined ? goods : [...goods, gift])
  return ok({ trial, changed, left, giftsLeft: gift === undefined ? null : (left.get(gift) ?? 0) })
}

const MOST_SOLD = 10

/** The goods that it would have been given on, those of which most were sold in front. */
export function mostSold({ tally }: Trial) {
  return Object.entries(tally.products)
    .map(([variantId, one]) => ({ variantId, ...one }))
    .sort((a, b) => b.units - a.units || (a.variantId < b.variantId ? -1 : 1))
    .slice(0, MOST_SOLD)
}

async function leftOf(database: House['database'], variantIds: readonly string[]): Promise<Map<string, number>> {
  const left = new Map<string, number>()
  if (variantIds.length === 0) return left
  const places = new Set((await listMarkets(database)).map(({ locationCode }) => locationCode))
  for (const locationCode of places) {
    for (const [id, count] of await loadAvailability(database, { variantIds, locationCode })) {
      left.set(id, (left.get(id) ?? 0) + count)
    }
  }
  return left
}

/** One order of the period, without the promotion and with it: as if no limit had been used up by then. */
export async function explainTrialOrder(
  house: House,
  { id, number }: { readonly id: string; readonly number: number },
): Promise<Result<TriedSale>> {
  const found = await getTrial(house.database, id)
  if (!found.ok) return found
  const trial = found.value
  const at = await findPastOrder(house.database, number)
  if (!at || at.at < trial.since || at.at >= trial.until) return pricingRefusals.trial_order_not_found()
  const until = new Date(at.at.getTime() + 1)
  const orders = await listPastOrders(
    house.database,
    { since: new Date(at.at.getTime() - 1), until },
    { after: undefined, limit: 100 },
  )
  const order = orders.find((one) => one.number === number)
  if (!order) return pricingRefusals.trial_order_not_found()
  const shop = await openTrialShop(house, trial)
  await shop.offersOf(
    order.lines.map(({ variantId }) => variantId),
    order.currency,
  )
  return trySale(await saleOfOrder(order, { trial, shop }), promotionTried(trial.draft, {}))
}
