import { Type } from 'typebox'
import type { Context } from '../../../host/context.ts'
import { command, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { addBasketCard, payWithCredit, removeBasketCard } from '../../../departments/gift-cards/index.ts'
import { draftPlace, lockOpenDraft, type BasketKey } from '../../../departments/orders/index.ts'
import { keyOfDraft } from '../key-of-draft.ts'

const one = { own: 'any', withinScope: draftPlace, permission: 'orders:edit' } as const

/** Its basket, while it is a draft. */
async function openKey(ctx: Context, id: string): Promise<Result<BasketKey>> {
  const draft = await lockOpenDraft(ctx, id)
  return draft.ok ? ok(keyOfDraft(draft.value)) : draft
}

export const moneyRoutes: readonly Route[] = [
  command({
    ...one,
    method: 'POST',
    path: '/order-drafts/:id/gift-cards',
    operationId: 'addDraftGiftCard',
    summary: 'Pay a draft with a gift card whose code the customer says, as far as it reaches',
    // By hand nobody types more; and who guesses gets nowhere.
    rateLimit: { perMinute: 20 },
    params: idParams,
    body: Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) }, { additionalProperties: false }),
    response: Type.Object({ cardId: idSchema }),
    command: async (ctx, { params, body }) => {
      const key = await openKey(ctx, params.id)
      return key.ok ? addBasketCard(ctx, key.value, body.code) : key
    },
  }),
  command({
    ...one,
    method: 'DELETE',
    path: '/order-drafts/:id/gift-cards/:cardId',
    operationId: 'removeDraftGiftCard',
    summary: 'Do not pay a draft with this gift card after all',
    params: Type.Object({ id: idSchema, cardId: idSchema }),
    response: Type.Object({}),
    command: async (ctx, { params }) => {
      const key = await openKey(ctx, params.id)
      if (!key.ok) return key
      const removed = await removeBasketCard(ctx, key.value, params.cardId)
      return removed.ok ? ok({}) : removed
    },
  }),
  command({
    ...one,
    method: 'PUT',
    path: '/order-drafts/:id/store-credit',
    operationId: 'payDraftWithCredit',
    summary: 'Pay a draft with the store credit of whom it is for, as far as it reaches; or not after all',
    params: idParams,
    body: Type.Object({ use: Type.Boolean() }, { additionalProperties: false }),
    response: Type.Object({}),
    command: async (ctx, { params, body }) => {
      const key = await openKey(ctx, params.id)
      if (!key.ok) return key
      const paid = await payWithCredit(ctx, key.value, body.use)
      return paid.ok ? ok({}) : paid
    },
  }),
]
