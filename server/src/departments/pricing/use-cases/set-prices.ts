import type { Context } from '../../../host/context.ts'
import { isCurrencyCode } from '../../../kernel/currency.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { noteOffersOfVariantsDue } from '../../catalog/index.ts'
import type { PriceToSet } from '../domain/price-to-set.ts'
import { refusals } from '../domain/refusals.ts'
import { keyOf, lockPrices, savePrices, type PriceRow } from '../store/prices.ts'
import { weighPrices } from './weigh-prices.ts'

/** Sets base prices and says how many changed. Unchanged ones write nothing, so setting twice leaves no second audit row. */
export async function setPrices(ctx: Context, prices: readonly PriceToSet[]): Promise<Result<{ changed: number }>> {
  const unknown = prices.findIndex((price) => !isCurrencyCode(price.currency))
  if (unknown >= 0) {
    const currency = prices[unknown]?.currency ?? ''
    return refusals.unknown_currency({ field: `prices.${unknown}.amount.currency`, params: { currency } })
  }
  const tooLow = prices.findIndex((price) => price.compareAt !== undefined && price.compareAt <= price.amount)
  if (tooLow >= 0) return refusals.compare_at_too_low({ field: `prices.${tooLow}.compareAt` })
  if (prices.length === 0) return ok({ changed: 0 })
  const before = await lockPrices(ctx, prices)
  const changed = prices.filter((price) => !isSame(price, before.get(keyOf(price.variantId, price.currency))))
  if (changed.length === 0) return ok({ changed: 0 })
  const admitted = await weighPrices(ctx, changed, before)
  if (!admitted.ok) return admitted
  savePrices(ctx, changed)
  noteOffersOfVariantsDue(
    ctx,
    changed.map(({ variantId }) => variantId),
  )
  for (const price of changed) auditChange(ctx, price, before.get(keyOf(price.variantId, price.currency)))
  return ok({ changed: changed.length })
}

function isSame(price: PriceToSet, row: PriceRow | undefined): boolean {
  return row !== undefined && row.amount === price.amount && row.compare_at === (price.compareAt ?? null)
}

function auditChange(ctx: Context, price: PriceToSet, row: PriceRow | undefined): void {
  ctx.audit({
    action: 'pricing:write',
    objectType: 'price',
    objectId: keyOf(price.variantId, price.currency),
    changes: [
      { field: 'amount', before: row?.amount ?? null, after: price.amount },
      { field: 'compareAt', before: row?.compare_at ?? null, after: price.compareAt ?? null },
    ],
  })
}
