import { newToken } from '../../../host/auth/tokens.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listMarkets, marketOfCountry, type Market } from '../../organisation/index.ts'
import { checkDraft, leavesPrices, type Draft, type DraftWish } from '../domain/draft.ts'
import { refusals } from '../domain/refusals.ts'
import { getDraft } from '../queries/drafts.ts'
import { getAnyBasket } from '../queries/read-basket.ts'
import { insertBasket } from '../store/baskets.ts'
import { deleteDraft, insertDraft, saveDraftBasket, saveDraftOrder, updateDraft } from '../store/drafts.ts'
import { lockBasket, lockDraft } from '../store/locks.ts'

export interface SavedDraft {
  readonly id: string
  readonly version: number
}

/** An order that somebody begins for somebody else. Its basket has a token that nobody is told: it is opened through the draft alone. */
export async function makeDraft(ctx: Context, wish: DraftWish): Promise<Result<SavedDraft>> {
  const market = await soundMarket(ctx, wish)
  if (!market.ok) return market
  const { code, language: locale } = market.value
  const id = ctx.newId<'draft'>()
  const basketId = ctx.newId<'basket'>()
  const { country } = wish.address
  insertBasket(ctx, { id: basketId, token: newToken(), marketCode: code, channelCode: 'web', country, locale })
  insertDraft(ctx, { id, basketId, market: code, wish })
  saveDraftBasket(ctx, basketId, { wish, market: code, locale })
  audit(ctx, id, { version: 1, field: 'state', before: null, after: 'open', reason: wish.priceNote })
  return ok({ id, version: 1 })
}

/** The whole draft anew, against the version that was seen. */
export async function putDraft(
  ctx: Context,
  {
    id,
    version,
    wish,
    mayPrice,
  }: {
    readonly id: string
    readonly version: number | undefined
    readonly wish: DraftWish
    /** Whether who saves it may say prices; who may not leaves those that others said. */
    readonly mayPrice: boolean
  },
): Promise<Result<SavedDraft>> {
  const draft = await lockOpenDraft(ctx, id)
  if (!draft.ok) return draft
  const expected = expectVersion(draft.value.version, version)
  if (!expected.ok) return expected
  const before = mayPrice ? undefined : await getAnyBasket(ctx.tx, draft.value.basketId)
  if (before?.ok && !leavesPrices(before.value.saidPrices, wish)) return hostRefusals.not_allowed()
  const market = await soundMarket(ctx, wish)
  if (!market.ok) return market
  const { code, language: locale } = market.value
  updateDraft(ctx, { id, market: code, wish })
  saveDraftBasket(ctx, draft.value.basketId, { wish, market: code, locale })
  const next = draft.value.version + 1
  audit(ctx, id, { version: next, field: 'pieces', before: null, after: wish.lines.length, reason: wish.priceNote })
  return ok({ id, version: next })
}

/** Nobody is going to order it. */
export async function dropDraft(ctx: Context, id: string): Promise<Result<void>> {
  const draft = await lockOpenDraft(ctx, id)
  if (!draft.ok) return draft
  deleteDraft(ctx, draft.value)
  audit(ctx, id, { version: draft.value.version + 1, field: 'state', before: 'open', after: null, reason: null })
  return ok()
}

/** Still a draft, and nobody else’s to change until the transaction ends. The basket comes first (docs/lock-order.md). */
export async function lockOpenDraft(ctx: Context, id: string): Promise<Result<Draft>> {
  const found = await getDraft(ctx.tx, id)
  if (!found.ok) return found
  lockBasket(ctx, found.value.basketId)
  lockDraft(ctx, id)
  const draft = await getDraft(ctx.tx, id)
  if (draft.ok && draft.value.orderId !== null) return refusals.draft_ordered()
  return draft
}

/** It has become this order. */
export function endDraft(ctx: Context, draft: Draft, orderId: string): void {
  saveDraftOrder(ctx, draft.id, orderId)
  const { id, version, priceNote } = draft
  audit(ctx, id, { version: version + 1, field: 'state', before: 'open', after: 'ordered', reason: priceNote })
}

async function soundMarket(ctx: Context, wish: DraftWish): Promise<Result<Market>> {
  const sound = checkDraft(wish)
  if (!sound.ok) return sound
  const { country } = wish.address
  const market = marketOfCountry(await listMarkets(ctx.tx), country)
  return market ? ok(market) : refusals.country_not_served({ field: 'address.country', params: { country } })
}

interface Changed {
  readonly version: number
  readonly field: string
  readonly before: string | null
  readonly after: string | number | null
  readonly reason: string | null
}

function audit(ctx: Context, id: string, { version, field, before, after, reason }: Changed): void {
  ctx.audit({
    action: 'orders:write',
    objectType: 'order_draft',
    objectId: id,
    version,
    changes: [{ field, before, after }],
    ...(reason ? { reason } : {}),
  })
}
