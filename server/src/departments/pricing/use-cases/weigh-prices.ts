import { valuesBefore } from '../../../host/audit/value-before.ts'
import type { Context } from '../../../host/context.ts'
import { BEYOND, countFact, percentFact, type Facts, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { percentFromPpm } from '../../../kernel/rate.ts'
import type { Result } from '../../../kernel/result.ts'
import { extentsOf, type Extent } from '../domain/price-change.ts'
import type { PriceToSet } from '../domain/price-to-set.ts'
import { findProductsOf } from '../queries/products-of-variants.ts'
import { keyOf, type PriceRow } from '../store/prices.ts'

export const CHANGE_PRICE: GuardedAct = {
  act: 'pricing.change_price',
  permission: 'pricing:write',
  facts: { change: 'percent', cut: 'percent', rise: 'percent', prices: 'count' },
}

const DAY_MS = 86_400_000

/** All prices of one call are one act: a bulk change is held whole, or not at all. The rows are held under lock. */
export function weighPrices(
  ctx: Context,
  changed: readonly PriceToSet[],
  before: ReadonlyMap<string, PriceRow>,
): Promise<Result<void>> {
  return weigh(ctx, {
    act: CHANGE_PRICE.act,
    facts: () => factsOf(ctx, changed, before),
    ref: { kind: 'prices', id: `${changed.length}` },
    about: () => aboutOf(ctx, changed),
  })
}

async function factsOf(
  ctx: Context,
  changed: readonly PriceToSet[],
  before: ReadonlyMap<string, PriceRow>,
): Promise<Facts> {
  const keys = changed.map((price) => keyOf(price.variantId, price.currency))
  const since = new Date(ctx.now.getTime() - DAY_MS)
  const dayAgo = await valuesBefore(ctx.tx, { objectType: 'price', objectIds: keys, field: 'amount', since })
  const { change, cut, rise } = extentsOf(
    changed.map(({ amount }, index) => ({
      after: amount,
      now: before.get(keys[index] ?? '')?.amount,
      dayAgo: amountOf(dayAgo.get(keys[index] ?? '')),
    })),
  )
  return { change: asFact(change), cut: asFact(cut), rise: asFact(rise), prices: countFact(changed.length) }
}

const amountOf = (kept: unknown) => (typeof kept === 'number' ? BigInt(kept) : undefined)

export const asFact = (extent: Extent) => percentFact(extent === 'beyond' ? BEYOND : percentFromPpm(extent))

/** The product, where all prices are of one. */
async function aboutOf(ctx: Context, changed: readonly PriceToSet[]) {
  const variantIds = changed.map(({ variantId }) => variantId)
  const products = await findProductsOf(ctx.tx, variantIds)
  const [only, second] = products
  // What one product is called, its own department says.
  if (only && !second) return { ref: { kind: 'product', id: only.id } }
  return {
    label:
      products
        .slice(0, 3)
        .map(({ handle }) => handle)
        .join(', ') + (products.length > 3 ? ', …' : ''),
  }
}
