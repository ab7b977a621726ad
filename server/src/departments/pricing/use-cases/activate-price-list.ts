import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { soundDraft } from '../domain/price-lists/price-list-draft.ts'
import { refusals } from '../domain/refusals.ts'
import { findPossibleBase } from '../queries/get-price-list.ts'
import { lockPriceList, saveActivation } from '../store/price-lists.ts'
import { displacePriceList, type SavingPriceList } from './place-price-list.ts'
import { admit, auditList, type SavedPriceList } from './save-price-list.ts'

/** From now on the list is asked: at once, or from its first instant on. */
export async function activatePriceList(
  ctx: Context,
  { id }: { readonly id: string },
  saving?: SavingPriceList,
): Promise<Result<SavedPriceList>> {
  const held = await lockPriceList(ctx, id)
  if (!held) return refusals.price_list_not_found()
  if (held.activeAt) return refusals.price_list_active_already()
  const of = held.draft.derivation?.of
  const draft = soundDraft(held.draft, of === undefined ? undefined : await findPossibleBase(ctx.tx, of))
  if (!draft.ok) return draft
  saveActivation(ctx, held.id, ctx.now)
  const saved = { id: held.id, version: held.version + 1 }
  auditList(ctx, saved, [{ field: 'active', before: false, after: true }])
  const admitted = await admit(ctx, held.id, draft.value, saving)
  return admitted.ok ? ok(saved) : admitted
}

/** Stops a list at once: the next basket is priced without it. Orders that were placed keep what they were promised. */
export async function withdrawPriceList(
  ctx: Context,
  { id }: { readonly id: string },
  saving?: SavingPriceList,
): Promise<Result<SavedPriceList>> {
  const held = await lockPriceList(ctx, id)
  if (!held) return refusals.price_list_not_found()
  if (!held.activeAt) return refusals.price_list_not_active()
  saveActivation(ctx, held.id, null)
  const saved = { id: held.id, version: held.version + 1 }
  auditList(ctx, saved, [{ field: 'active', before: true, after: false }])
  if (saving) await displacePriceList(ctx, held.id, { reason: held.draft.code, plans: saving.plans })
  return ok(saved)
}
