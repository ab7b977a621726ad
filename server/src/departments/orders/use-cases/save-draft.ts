import { newToken } from '../../../host/auth/tokens.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { choiceKey, chooseComponents, loadBundlesSoldAs } from '../../catalog/index.ts'
import { releaseStock } from '../../inventory/index.ts'
import { listMarkets, marketOfCountry, type Market } from '../../organisation/index.ts'
import type { Basket } from '../domain/basket.ts'
import { checkDraft, leavesPrices, type Draft, type DraftBundle, type DraftWish } from '../domain/draft.ts'
import { refusals } from '../domain/refusals.ts'
import { getAnyBasket, getBasket } from '../queries/read-basket.ts'
import { insertBasket } from '../store/baskets.ts'
import {
  deleteDraft,
  deleteDraftHold,
  insertDraft,
  saveDraftTotal,
  saveDraftBasket,
  saveDraftOrder,
  updateDraft,
} from '../store/drafts.ts'
import { lockOpenDraft } from './lock-open-draft.ts'
import { followDraft } from './set-aside.ts'
import { quoteBasket } from './quote-basket.ts'

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
  saveDraftBasket(ctx, basketId, { wish, market: code, locale, choiceKeys: keysOf(wish) })
  audit(ctx, id, { version: 1, field: 'state', before: null, after: 'open', reason: wish.priceNote })
  await reckon(ctx, { id, basketId })
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
  saveDraftBasket(ctx, draft.value.basketId, { wish, market: code, locale, choiceKeys: keysOf(wish) })
  const next = draft.value.version + 1
  audit(ctx, id, {
    version: next,
    field: 'pieces',
    before: null,
    after: wish.lines.length + (wish.bundles?.length ?? 0),
    reason: wish.priceNote,
  })
  await reckon(ctx, draft.value)
  return ok({ id, version: next })
}

/** Nobody is going to order it. */
export async function dropDraft(ctx: Context, id: string): Promise<Result<void>> {
  const draft = await lockOpenDraft(ctx, id)
  if (!draft.ok) return draft
  releaseStock(ctx, id)
  deleteDraft(ctx, draft.value)
  audit(ctx, id, { version: draft.value.version + 1, field: 'state', before: 'open', after: null, reason: null })
  return ok()
}

/** It has become this order. */
export function endDraft(ctx: Context, draft: Draft, orderId: string): void {
  saveDraftOrder(ctx, draft.id, orderId)
  deleteDraftHold(ctx, draft.id)
  const { id, version, priceNote } = draft
  audit(ctx, id, { version: version + 1, field: 'state', before: 'open', after: 'ordered', reason: priceNote })
}

/** What it comes to as it was just saved, for the list; and what is set aside for it follows. */
async function reckon(ctx: Context, { id, basketId }: Pick<Draft, 'id' | 'basketId'>): Promise<void> {
  const basket = await getBasket(ctx.tx, { id: basketId, token: undefined, draft: true })
  const quote = basket.ok ? await quoteBasket(ctx.tx, basket.value, ctx.now) : basket
  saveDraftTotal(ctx, id, quote.ok && isAnything(quote.value.basket) ? quote.value.priced.total : undefined)
  if (quote.ok) await followDraft(ctx, id, quote.value)
}

const isAnything = ({ lines, bundles }: Basket) => lines.length + bundles.length > 0

async function soundMarket(ctx: Context, wish: DraftWish): Promise<Result<Market>> {
  const sound = checkDraft(wish)
  if (!sound.ok) return sound
  const chosen = await soundBundles(ctx, wish.bundles ?? [])
  if (!chosen.ok) return chosen
  const { country } = wish.address
  const market = marketOfCountry(await listMarkets(ctx.tx), country)
  return market ? ok(market) : refusals.country_not_served({ field: 'address.country', params: { country } })
}

const keysOf = ({ bundles = [] }: DraftWish) => bundles.map(({ choices }) => choiceKey(choices))

/** Each is chosen as its definition asks, and the same choice stands there once. */
async function soundBundles(ctx: Context, bundles: readonly DraftBundle[]): Promise<Result<void>> {
  if (bundles.length === 0) return ok()
  const known = await loadBundlesSoldAs(
    ctx.tx,
    bundles.map(({ variantId }) => variantId),
  )
  const seen = new Set<string>()
  for (const [at, { variantId, choices }] of bundles.entries()) {
    const definition = known.get(variantId)
    if (!definition) return refusals.not_a_bundle({ field: `bundles.${at}` })
    const chosen = chooseComponents(definition, choices)
    if (!chosen.ok) return chosen
    const key = `${variantId} ${choiceKey(choices)}`
    if (seen.has(key)) return refusals.line_twice({ field: `bundles.${at}` })
    seen.add(key)
  }
  return ok()
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
    action: 'orders:draft',
    objectType: 'order_draft',
    objectId: id,
    version,
    changes: [{ field, before, after }],
    ...(reason ? { reason } : {}),
  })
}
