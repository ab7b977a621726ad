import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { moneyToJson } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import {
  checkDraft,
  draftOf,
  type PromotionDraft,
  type PromotionId,
  type PromotionWish,
} from '../domain/promotions/promotion-draft.ts'
import { refusals } from '../domain/refusals.ts'
import { insertPromotion, lockPromotion, updatePromotion } from '../store/promotions.ts'
import { placePromotion, type PlacedPromotion, type SavingPromotion } from './promotion-interference.ts'
import { weighPromotion } from './weigh-promotion.ts'

export interface SavedPromotion {
  readonly id: PromotionId
  readonly version: number
}

/** Makes a promotion. It applies from its first instant on; without one, with the next basket. */
export async function createPromotion(
  ctx: Context,
  wish: PromotionWish,
  saving?: SavingPromotion,
): Promise<Result<SavedPromotion>> {
  const draft = draftOf(wish)
  const checked = checkDraft(draft, undefined)
  if (!checked.ok) return checked
  const id = ctx.newId<'promotion'>()
  insertPromotion(ctx, id, draft)
  audit(ctx, { id, version: 1 }, changedFields(undefined, plain(draft)))
  const free = await admit(ctx, { id, draft, createdAt: ctx.now }, saving)
  return free.ok ? ok({ id, version: 1 }) : free
}

export async function changePromotion(
  ctx: Context,
  { id, wish, version }: { id: string; wish: PromotionWish; version: number | undefined },
  saving?: SavingPromotion,
): Promise<Result<SavedPromotion>> {
  const draft = draftOf(wish)
  const held = await lockPromotion(ctx, id)
  if (!held) return refusals.promotion_not_found()
  const expected = expectVersion(held.version, version)
  if (!expected.ok) return expected
  const checked = checkDraft(draft, held.used)
  if (!checked.ok) return checked
  const changes = changedFields(plain(held.draft), plain(draft))
  if (changes.length === 0) return ok({ id: held.id, version: held.version })
  updatePromotion(ctx, held.id, draft)
  const saved = { id: held.id, version: held.version + 1 }
  audit(ctx, saved, changes)
  // A paused one lies nowhere on the calendar until it goes on.
  const free = await admit(ctx, { ...held, draft }, held.paused ? undefined : saving)
  return free.ok ? ok(saved) : free
}

/** Other people's plans first, which refuse; then those who want to be asked, who hold it. */
export async function admit(
  ctx: Context,
  promotion: PlacedPromotion,
  saving: SavingPromotion | undefined,
): Promise<Result<void>> {
  const placed = saving ? await placePromotion(ctx, promotion, saving) : ok()
  return placed.ok ? weighPromotion(ctx, promotion) : placed
}

/** As the trail keeps it. */
function plain({ limits, beginsAt, endsAt, ...draft }: PromotionDraft) {
  return {
    ...draft,
    beginsAt: beginsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    mostUses: limits.mostUses,
    mostUsesOfCustomer: limits.mostUsesOfCustomer,
    budget: limits.budget && moneyToJson(limits.budget),
  }
}

function audit(ctx: Context, { id, version }: SavedPromotion, changes: ReturnType<typeof changedFields>): void {
  ctx.audit({ action: 'pricing:promote', objectType: 'promotion', objectId: id, version, changes })
}
