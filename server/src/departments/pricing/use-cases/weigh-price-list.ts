import type { Context } from '../../../host/context.ts'
import { countFact, type Facts } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import type { Result } from '../../../kernel/result.ts'
import { extentsOf, type PriceStep } from '../domain/price-change.ts'
import type { PriceListId, SoundDraft } from '../domain/price-lists/price-list-draft.ts'
import { readListExtremes } from '../queries/price-list-extremes.ts'
import { asFact, CHANGE_PRICE } from './weigh-prices.ts'

const MILLION = 1_000_000n

/** Whether others want to be asked before a list begins to hold, or changes while it does: by how far it goes from the usual prices. */
export function weighPriceList(
  ctx: Context,
  { id, draft }: { readonly id: PriceListId; readonly draft: SoundDraft },
): Promise<Result<void>> {
  return weigh(ctx, {
    act: CHANGE_PRICE.act,
    facts: async () => {
      const { steps, count } = await readListExtremes(ctx.tx, id, draft.currency)
      const { derived } = draft
      const changed: PriceStep[] = derived ? [{ after: MILLION + derived.ppm, now: MILLION, dayAgo: undefined }] : []
      return factsOf([...steps, ...changed], count + (derived ? 1 : 0))
    },
    ref: { kind: 'price_list', id },
    label: draft.code,
  })
}

/** Prices of an active list as one act: all of them, or none. */
export function weighListPrices(
  ctx: Context,
  { id, code, steps }: { readonly id: PriceListId; readonly code: string; readonly steps: readonly PriceStep[] },
): Promise<Result<void>> {
  return weigh(ctx, {
    act: CHANGE_PRICE.act,
    facts: () => Promise.resolve(factsOf(steps, steps.length)),
    ref: { kind: 'price_list', id },
    label: code,
  })
}

function factsOf(steps: readonly PriceStep[], count: number): Facts {
  const { change, cut, rise } = extentsOf(steps)
  return { change: asFact(change), cut: asFact(cut), rise: asFact(rise), prices: countFact(count) }
}
