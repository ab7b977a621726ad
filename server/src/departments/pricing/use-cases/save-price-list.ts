import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import {
  pricesDiffer,
  soundDraft,
  type PriceListDraft,
  type PriceListId,
  type SoundDraft,
} from '../domain/price-lists/price-list-draft.ts'
import { refusals } from '../domain/refusals.ts'
import { findPossibleBase, isBaseOfOthers } from '../queries/get-price-list.ts'
import { insertPriceList, lockPriceList, updatePriceList } from '../store/price-lists.ts'
import { placePriceList, type SavingPriceList } from './place-price-list.ts'
import { weighPriceList } from './weigh-price-list.ts'

export interface SavedPriceList {
  readonly id: PriceListId
  readonly version: number
}

/** Makes a list, which nobody is asked by until it is activated. */
export async function createPriceList(ctx: Context, wish: PriceListDraft): Promise<Result<SavedPriceList>> {
  const draft = await soundOf(ctx, wish)
  if (!draft.ok) return draft
  const id = ctx.newId<'price-list'>()
  insertPriceList(ctx, id, draft.value)
  auditList(ctx, { id, version: 1 }, changedFields(undefined, plain(wish)))
  return ok({ id, version: 1 })
}

/** An active list changes at once; others may have to agree to that first. */
export async function changePriceList(
  ctx: Context,
  { id, wish, version }: { readonly id: string; readonly wish: PriceListDraft; readonly version: number | undefined },
  saving?: SavingPriceList,
): Promise<Result<SavedPriceList>> {
  const held = await lockPriceList(ctx, id)
  if (!held) return refusals.price_list_not_found()
  const expected = expectVersion(held.version, version)
  if (!expected.ok) return expected
  const draft = await soundOf(ctx, wish, held.id)
  if (!draft.ok) return draft
  const changes = changedFields(plain(held.draft), plain(wish))
  if (changes.length === 0) return ok({ id: held.id, version: held.version })
  const fixed = await currencyOrBaseFixed(ctx, held.draft, wish, held.id)
  if (fixed) return fixed
  updatePriceList(ctx, held.id, draft.value)
  auditList(ctx, { id: held.id, version: held.version + 1 }, changes)
  const admitted =
    held.activeAt && pricesDiffer(held.draft, wish) ? await admit(ctx, held.id, draft.value, saving) : ok()
  return admitted.ok ? ok({ id: held.id, version: held.version + 1 }) : admitted
}

/** Other people's plans first, which refuse; then those who want to be asked, who hold it. */
export async function admit(
  ctx: Context,
  id: PriceListId,
  draft: SoundDraft,
  saving: SavingPriceList | undefined,
): Promise<Result<void>> {
  const placed = saving ? await placePriceList(ctx, { id, draft }, saving) : ok()
  return placed.ok ? weighPriceList(ctx, { id, draft }) : placed
}

async function soundOf(ctx: Context, wish: PriceListDraft, id?: string): Promise<Result<SoundDraft>> {
  const of = wish.derivation?.of
  const base = of !== undefined && of !== id && isUuid(of) ? await findPossibleBase(ctx.tx, of) : undefined
  return soundDraft(wish, base)
}

/** Prices were written in a currency, and lists that are derived from this one need its own prices. */
async function currencyOrBaseFixed(ctx: Context, before: PriceListDraft, after: PriceListDraft, id: PriceListId) {
  if (before.currency === after.currency && (before.derivation !== null || after.derivation === null)) return undefined
  if (before.currency !== after.currency) return refusals.price_list_in_use({ field: 'currency' })
  return (await isBaseOfOthers(ctx.tx, id)) ? refusals.price_list_in_use({ field: 'derivation' }) : undefined
}

/** As the trail keeps it. */
function plain({ derivation, ...draft }: PriceListDraft) {
  return { ...draft, derivation: derivation && { ...derivation } }
}

export function auditList(
  ctx: Context,
  { id, version }: SavedPriceList,
  changes: ReturnType<typeof changedFields>,
): void {
  ctx.audit({ action: 'pricing:list_prices', objectType: 'price_list', objectId: id, version, changes })
}
