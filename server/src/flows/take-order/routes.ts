import { Type, type Static } from 'typebox'
import { signLink } from '../../host/auth/links.ts'
import { permissionsOf, type Actor } from '../../host/actor.ts'
import { command, query, type Route } from '../../host/http/route.ts'
import { idParams, idSchema, instantSchema, moneySchema, nullable } from '../../host/http/schemas.ts'
import { listRoutes } from '../../host/lists/list-routes.ts'
import { namesOfStaff } from '../../host/records/names-of-staff.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { ok } from '../../kernel/result.ts'
import { draftPlace, draftsList, dropDraft, makeDraft, type DraftWish } from '../../departments/orders/index.ts'
import { changeDraft } from './change-draft.ts'
import { goodsRoutes } from './http/goods-routes.ts'
import { linkRoutes } from './http/link-routes.ts'
import { moneyRoutes } from './http/money-routes.ts'
import { orderDraft } from './order-draft.ts'
import { draftSchema, savedSchema, wishSchema } from './http/draft-schemas.ts'
import { viewDraft } from './http/view-draft.ts'

const one = { own: 'any', withinScope: draftPlace, params: idParams } as const
const permission = 'orders:edit'

const mayPrice = (actor: Actor) => permissionsOf(actor).has('orders:price')
const saysPrices = ({ lines }: DraftWish) => lines.some(({ unitPrice }) => unitPrice !== undefined)

function wishOf(said: Static<typeof wishSchema>): DraftWish {
  const coupons = said.coupons.map((code) => code.trim().toUpperCase())
  return { ...said, billing: said.billing ?? null, coupons } as DraftWish
}

export const routes: readonly Route[] = [
  ...listRoutes(draftsList, {
    path: '/order-drafts',
    permission: 'orders:read',
    summary: 'Orders that staff take for somebody, the latest touched first',
    item: Type.Object({
      id: idSchema,
      name: Type.String(),
      email: Type.String(),
      state: Type.Enum(['open', 'ordered']),
      market: Type.String(),
      itemCount: Type.Integer(),
      total: nullable(Type.Object(moneySchema.properties, { description: 'When it was last saved.' })),
      setAsideUntil: nullable(instantSchema),
      madeBy: Type.String({ description: 'Who; empty where nobody is known by a name.' }),
      orderId: nullable(idSchema),
      updatedAt: instantSchema,
    }),
    tell: async ({ house }, items) => {
      const rows = items as readonly { madeBy: string }[]
      const idOf = (actor: string) => /^staff:(?<id>[0-9a-f-]+)$/.exec(actor)?.groups?.['id'] ?? ''
      const names = await namesOfStaff(
        house,
        rows.map(({ madeBy }) => idOf(madeBy)).filter((id) => id !== ''),
      )
      return rows.map((row) => ({ ...row, madeBy: names.get(idOf(row.madeBy)) ?? '' }))
    },
  }),
  command({
    method: 'POST',
    path: '/order-drafts',
    operationId: 'createOrderDraft',
    summary: 'Begin an order for somebody, by phone or at a desk',
    permission,
    own: 'any',
    idempotent: true,
    status: 201,
    body: wishSchema,
    response: savedSchema,
    command: (ctx, { body }) => {
      const wish = wishOf(body)
      // A price that is said needs its own right.
      if (saysPrices(wish) && !mayPrice(ctx.actor)) return Promise.resolve(hostRefusals.not_allowed())
      return makeDraft(ctx, wish)
    },
  }),
  query({
    ...one,
    method: 'GET',
    path: '/order-drafts/:id',
    operationId: 'getOrderDraft',
    summary: 'A draft as it is priced now, with how it can be delivered and paid',
    permission: 'orders:read',
    response: draftSchema,
    etag: 'version',
    answer: (call, { params }) => viewDraft(call, params.id),
  }),
  command({
    ...one,
    method: 'PUT',
    path: '/order-drafts/:id',
    operationId: 'putOrderDraft',
    summary: 'The whole draft anew (If-Match: version)',
    description: 'Who lacks `orders:price` sends the prices that others said as they are.',
    permission,
    body: wishSchema,
    response: savedSchema,
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      changeDraft(ctx, { id: params.id, version: ifMatch, wish: wishOf(body), mayPrice: mayPrice(ctx.actor) }),
  }),
  command({
    ...one,
    method: 'DELETE',
    path: '/order-drafts/:id',
    operationId: 'deleteOrderDraft',
    summary: 'Put a draft away that nobody is going to order',
    permission,
    response: Type.Object({}),
    command: async (ctx, { params }) => {
      const dropped = await dropDraft(ctx, params.id)
      return dropped.ok ? ok({}) : dropped
    },
  }),
  command({
    ...one,
    method: 'POST',
    path: '/order-drafts/:id/order',
    operationId: 'orderDraft',
    summary: 'Make the order of a draft: by the same transaction as every basket',
    description:
      'Its buyer is sent a link by mail to pay online, or told where to transfer. `acceptedTotal` is what was agreed: if it is not the total any more, nothing is ordered.',
    permission,
    idempotent: true,
    status: 201,
    body: Type.Object(
      {
        acceptedTotal: moneySchema,
        acceptedGiftCards: Type.Optional(
          Type.Object(moneySchema.properties, {
            description: 'What gift cards and store credit were seen to pay; another sum now is told.',
          }),
        ),
        acceptedToday: Type.Optional(
          Type.Object(moneySchema.properties, {
            description: 'Of pre-ordered goods, what was seen to be paid now; another sum now is told.',
          }),
        ),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({
      id: idSchema,
      number: Type.String(),
      total: moneySchema,
      expiresAt: instantSchema,
      linkToken: Type.String(),
    }),
    command: async (ctx, { params, body }, call) => {
      const placed = await orderDraft(ctx, { id: params.id, ...body })
      if (!placed.ok) return placed
      return ok({ ...placed.value, linkToken: signLink(call.house.linkKey, 'order', placed.value.id) })
    },
  }),
  ...goodsRoutes,
  ...moneyRoutes,
  ...linkRoutes,
]
