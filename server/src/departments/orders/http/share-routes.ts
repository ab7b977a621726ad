import { Type } from 'typebox'
import { linkKeysOf, openLink, signLink } from '../../../host/auth/links.ts'
import { command, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { basketKeyOf } from '../queries/basket-key.ts'
import { createBasket } from '../use-cases/create-basket.ts'
import { copyShare, shareBasket } from '../use-cases/share-basket.ts'

/** By hand nobody needs more, and each keeps a row. */
const A_FEW = { perMinute: 20 }

export const shareRoutes: readonly Route[] = [
  command({
    method: 'POST',
    path: '/baskets/:id/shares',
    operationId: 'shareBasket',
    summary: 'Share what is in the basket by a link',
    description:
      'The token opens a copy of goods and numbers as they are now, without coupons and without anything of whose basket it is.',
    permission: 'public',
    own: 'basket',
    // Not by Idempotency-Key: a kept answer would keep the token, and another link harms nobody.
    rateLimit: A_FEW,
    status: 201,
    params: idParams,
    response: Type.Object({ token: Type.String(), expiresAt: instantSchema }),
    command: async (ctx, { params }, call) => {
      const shared = await shareBasket(ctx, basketKeyOf(call, params.id))
      if (!shared.ok) return shared
      const { id, expiresAt } = shared.value
      return ok({ token: signLink(call.house.linkKey, 'basket', id), expiresAt: expiresAt.toISOString() })
    },
  }),
  command({
    method: 'POST',
    path: '/shared-baskets/:link/copies',
    operationId: 'copySharedBasket',
    summary: 'Open a basket of one’s own with what was shared',
    description: 'What cannot be had any more is left out and named; the rest is there at the prices of now.',
    permission: 'public',
    own: 'link',
    // Not by Idempotency-Key: a kept answer would keep the token of the basket.
    rateLimit: A_FEW,
    status: 201,
    params: Type.Object({ link: Type.String({ maxLength: 100 }) }),
    body: Type.Object({ country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.' }) }),
    response: Type.Object({
      id: idSchema,
      token: Type.String(),
      pieces: Type.Integer(),
      leftOut: Type.Array(Type.Object({ variantId: idSchema, quantity: Type.Integer() })),
    }),
    command: async (ctx, { params, body }, call) => {
      const made = await createBasket(ctx, { country: body.country, locale: call.locale })
      if (!made.ok) return made
      const shareId = openLink(linkKeysOf(call.house), 'basket', params.link)
      const copied = await copyShare(ctx, { shareId, into: made.value })
      if (!copied.ok) return copied
      return ok({ ...made.value, pieces: copied.value.pieces, leftOut: [...copied.value.leftOut] })
    },
  }),
]
