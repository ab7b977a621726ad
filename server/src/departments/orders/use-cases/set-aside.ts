import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { addedUp, exchangeStock, loadShelf, releaseStock } from '../../inventory/index.ts'
import { piecesToSetAside } from '../domain/draft.ts'
import { refusals } from '../domain/refusals.ts'
import { findDraftHold, piecesSetAside, readDraftHoldHours } from '../queries/draft-holds.ts'
import type { Quote } from '../queries/quote.ts'
import { getBasket } from '../queries/read-basket.ts'
import { deleteDraftHold, saveDraftHold } from '../store/drafts.ts'
import { lockOpenDraft } from './lock-open-draft.ts'
import { piecesOfQuote } from './pieces-of-quote.ts'
import { quoteBasket } from './quote-basket.ts'

const HOUR_MS = 3_600_000
const MOST_DAYS = 30

/**
 * Keeps the goods of a draft from being sold to others until a time: promised like those of an order, by the same constraint, so that a draft
 * and buyers at the shop never get one piece twice. What lies on no shelf yet is not set aside. Said again, it gets another end.
 */
export async function setAside(
  ctx: Context,
  { id, until }: { readonly id: string; readonly until?: Date | undefined },
): Promise<Result<{ readonly until: Date }>> {
  const draft = await lockOpenDraft(ctx, id)
  if (!draft.ok) return draft
  const endsAt = until ?? new Date(ctx.now.getTime() + (await readDraftHoldHours(ctx.tx)) * HOUR_MS)
  const isLate = endsAt.getTime() > ctx.now.getTime() + MOST_DAYS * 24 * HOUR_MS
  if (endsAt <= ctx.now || isLate) return refusals.hold_end_wrong({ field: 'until', params: { days: MOST_DAYS } })
  const basket = await getBasket(ctx.tx, { id: draft.value.basketId, token: undefined, draft: true })
  if (!basket.ok) return basket
  const quote = await quoteBasket(ctx.tx, basket.value, ctx.now)
  if (!quote.ok) return quote
  const before = await findDraftHold(ctx.tx, id)
  if ((await holdPieces(ctx, id, quote.value)) === 0) return refusals.nothing_to_set_aside()
  saveDraftHold(ctx, { draftId: id, heldBy: actorText(ctx.actor), endsAt })
  tell(ctx, id, { before: before?.endsAt, after: endsAt })
  return ok({ until: endsAt })
}

/** Gives them back to the shelf; harmless where nothing is set aside. */
export async function endSetAside(ctx: Context, id: string): Promise<Result<void>> {
  const draft = await lockOpenDraft(ctx, id)
  if (!draft.ok) return draft
  const hold = await findDraftHold(ctx.tx, id)
  if (hold) freeDraft(ctx, { id, endsAt: hold.endsAt })
  return ok()
}

/** The same once its time is over: not where somebody gave it another meanwhile. */
export async function endSetAsideInTime(ctx: Context, id: string): Promise<Result<void>> {
  const draft = await lockOpenDraft(ctx, id)
  if (!draft.ok) return ok()
  const hold = await findDraftHold(ctx.tx, id)
  if (hold && hold.endsAt <= ctx.now) freeDraft(ctx, { id, endsAt: hold.endsAt })
  return ok()
}

/** The draft was saved anew: what is set aside follows it, as far as there is enough. */
export async function followDraft(ctx: Context, id: string, quote: Quote): Promise<void> {
  if (await findDraftHold(ctx.tx, id)) await holdPieces(ctx, id, quote)
}

/** Promises to the draft what it asks for and what lies there; how many pieces that is. Its row is locked by who calls. */
async function holdPieces(ctx: Context, id: string, quote: Quote): Promise<number> {
  const wanted = addedUp(piecesOfQuote(quote))
  const { locationCode } = quote.basket.market
  const [own, { available, promises }] = await Promise.all([
    piecesSetAside(ctx.tx, id),
    loadShelf(ctx.tx, { variantIds: [...wanted.keys()], locationCode }),
  ])
  const freeOf = (variantId: string) => promises.get(variantId)?.onShelf ?? available.get(variantId) ?? 0
  const wishes = piecesToSetAside(wanted, { own, freeOf })
  exchangeStock(ctx, {
    ...{ orderId: id, locationCode, wishes },
    variantIds: [...new Set([...own.keys(), ...wanted.keys()])],
  })
  return wishes.reduce((all, { quantity }) => all + quantity, 0)
}

function freeDraft(ctx: Context, { id, endsAt }: { readonly id: string; readonly endsAt: Date }): void {
  releaseStock(ctx, id)
  deleteDraftHold(ctx, id)
  tell(ctx, id, { before: endsAt, after: undefined })
}

function tell(
  ctx: Context,
  id: string,
  { before, after }: { before: Date | undefined; after: Date | undefined },
): void {
  const [was, is] = [before, after].map((end) => end?.toISOString() ?? null)
  ctx.audit({
    action: 'orders:set_aside',
    objectType: 'order_draft',
    objectId: id,
    changes: [{ field: 'setAsideUntil', before: was, after: is }],
  })
}
