import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { choiceKey, chooseComponents, loadBundlesSoldAs } from '../../catalog/index.ts'
import { inventoryRefusals } from '../../inventory/index.ts'
import { MAX_BUNDLES_OF_LINE, MAX_LINES, type Basket, type BasketBundle, type BundleChoice } from '../domain/basket.ts'
import { limitRefused } from '../domain/limit-refusals.ts'
import { refusals } from '../domain/refusals.ts'
import type { BasketKey } from '../queries/read-basket.ts'
import { addBundle, saveBundleQuantity } from '../store/baskets.ts'
import { limitOf } from './limits-of-lines.ts'
import { lockOpenBasket } from './lock-open-basket.ts'
import { quoteBasket } from './quote-basket.ts'

export interface BundleToAdd {
  readonly variantId: string
  readonly choices: readonly BundleChoice[]
  readonly quantity: number
}

/** Puts bundles into the basket, as they were chosen; the same choice again adds to its line. */
export async function addBasketBundle(
  ctx: Context,
  key: BasketKey,
  { variantId, choices, quantity }: BundleToAdd,
): Promise<Result<void>> {
  const basket = await lockOpenBasket(ctx, key)
  if (!basket.ok) return basket
  const definition = (await loadBundlesSoldAs(ctx.tx, [variantId])).get(variantId)
  if (!definition) return refusals.not_found({ field: 'variantId' })
  const components = chooseComponents(definition, choices)
  if (!components.ok) return components
  const same = choiceKey(choices)
  const before = basket.value.bundles.find((one) => one.variantId === variantId && choiceKey(one.choices) === same)
  const isFull = basket.value.lines.length + basket.value.bundles.length >= MAX_LINES
  if (!before && isFull) return refusals.too_many_lines({ params: { maximum: MAX_LINES } })
  const bundle: BasketBundle = {
    id: before?.id ?? ctx.newId(),
    variantId,
    choices: choices.filter(({ count }) => count > 0),
    quantity: Math.min(MAX_BUNDLES_OF_LINE, quantity + (before?.quantity ?? 0)),
  }
  const orderable = await checkOrderable(ctx, basket.value, bundle)
  if (!orderable.ok) return orderable
  addBundle(ctx, basket.value.id, { ...bundle, choiceKey: same })
  return ok()
}

/** Sets how many of a bundle the basket holds; 0 takes it out. Saying the same twice changes nothing. */
export async function setBasketBundle(
  ctx: Context,
  key: BasketKey,
  { id, quantity }: { readonly id: string; readonly quantity: number },
): Promise<Result<void>> {
  const basket = await lockOpenBasket(ctx, key)
  if (!basket.ok) return basket
  const before = basket.value.bundles.find((one) => one.id === id)
  if (!before) return quantity === 0 ? ok() : refusals.basket_bundle_not_found()
  if (quantity === before.quantity) return ok()
  if (quantity > 0) {
    const orderable = await checkOrderable(ctx, basket.value, { ...before, quantity })
    // What is not there any more can always be lowered; a limit holds for that, too.
    const matters = quantity > before.quantity || (!orderable.ok && orderable.refusal.code.startsWith('orders.basket_'))
    if (!orderable.ok && matters) return orderable
  }
  saveBundleQuantity(ctx, basket.value.id, id, quantity)
  return ok()
}

/** Judged with all that lies in the basket: its components may be there already, by themselves or in another bundle. */
async function checkOrderable(ctx: Context, basket: Basket, bundle: BasketBundle): Promise<Result<void>> {
  const others = basket.bundles.filter(({ id }) => id !== bundle.id)
  const quote = await quoteBasket(ctx.tx, { ...basket, coupons: [], bundles: [...others, bundle] }, ctx.now)
  if (!quote.ok) return quote
  const found = quote.value.bundles.at(-1)
  if (!found) return refusals.not_found({ field: 'variantId' })
  switch (found.problem) {
    case undefined:
      return ok()
    case 'sold_out':
      return inventoryRefusals.sold_out({ field: 'quantity' })
    case 'not_enough_left':
      return inventoryRefusals.not_enough_left({ field: 'quantity', params: { available: found.available } })
    default: {
      const { variantId } = bundle
      const limited = limitRefused(found.problem, limitOf(found.offer?.limit), { field: 'quantity', variantId })
      return limited ?? refusals.not_found({ field: 'variantId' })
    }
  }
}
