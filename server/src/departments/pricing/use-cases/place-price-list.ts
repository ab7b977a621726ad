import type { Context } from '../../../host/context.ts'
import type { PlansPort } from '../../../host/plans/plans-port.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { settleInterference, weighInterference } from '../../work/index.ts'
import type { PriceListId, SoundDraft } from '../domain/price-lists/price-list-draft.ts'
import { findGoodsOfList } from '../queries/goods-of-price-list.ts'

/** Whose plans are asked, and why it is saved although it collides with some. */
export interface SavingPriceList {
  readonly plans: PlansPort
  readonly nonetheless?: string | undefined
}

const recordOf = (id: string) => ({ type: 'price_list', id })

/**
 * Gives a list that ends its place on the calendar, or takes it away where it has none any more. One without an end is how the
 * shop always sells to somebody, no event; so is one for some customers alone, which changes no price that others see.
 */
export async function placePriceList(
  ctx: Context,
  { id, draft }: { readonly id: PriceListId; readonly draft: SoundDraft },
  { plans, nonetheless }: SavingPriceList,
): Promise<Result<void>> {
  const { beginsAt, endsAt, groups, companies, markets, code, names, derived } = draft
  const startsAt = beginsAt ?? ctx.now
  if (!endsAt || endsAt <= ctx.now || groups.length + companies.length > 0) {
    await displacePriceList(ctx, id, { reason: code, plans })
    return ok()
  }
  const intent = {
    kind: 'price_list' as const,
    record: recordOf(id),
    title: names['en'] ?? Object.values(names)[0] ?? code,
    path: `/price-lists/${id}`,
    permission: 'pricing:write',
    startsAt,
    endsAt,
    markets,
    locations: [],
    // Derived from the usual prices, it is for everything.
    products: derived && derived.of === undefined ? [] : await findGoodsOfList(ctx.tx, derived?.of ?? id),
    categories: [],
  }
  return weighInterference(ctx, intent, { plans, nonetheless })
}

/** It does not hold any more: whoever it collided with is rid of it. */
export function displacePriceList(
  ctx: Context,
  id: string,
  { reason, plans }: { readonly reason: string; readonly plans: PlansPort },
): Promise<void> {
  return settleInterference(ctx, { record: recordOf(id), reason }, plans)
}
