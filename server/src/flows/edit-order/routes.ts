import type { Static } from 'typebox'
import { permissionsOf, type Actor } from '../../host/actor.ts'
import { query, steps, type Route } from '../../host/http/route.ts'
import { idParams } from '../../host/http/schemas.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { findOrderToAmend, orderPlace, orderRefusals } from '../../departments/orders/index.ts'
import { balanceRoutes } from './http/balance-routes.ts'
import { editIn, editOrder, foreseeEdit, type Edited, type EditWish } from './edit-order.ts'
import { mayEdit } from './may-edit.ts'
import { presentEdit, presentOptions, presentWays } from './present-edit.ts'
import { editedSchema, optionsSchema, previewSchema, wishSchema } from './schemas.ts'

const common = { own: 'any', withinScope: orderPlace, params: idParams } as const

/** A price that is said needs its own right; that, and what no reason of the list tells, needs words. */
function wishOf(actor: Actor, { kind = 'edit', ...said }: Static<typeof wishSchema>): Result<EditWish> {
  const wish = { ...said, kind } as EditWish
  const says = [...wish.lines, ...wish.added].some(({ unitPrice }) => unitPrice !== undefined)
  if (says && !permissionsOf(actor).has('orders:price')) return hostRefusals.not_allowed()
  return ok(wish)
}

function checkReason(wish: EditWish): Result<void> {
  const says = [...wish.lines, ...wish.added].some(({ unitPrice }) => unitPrice !== undefined)
  const needsWords = says || wish.reason === 'other'
  return needsWords && !wish.note?.trim() ? orderRefusals.reason_missing({ field: 'note' }) : ok()
}

const told = ({ version, before, total, currency, balance }: Edited) => ({
  version,
  total: { amount: total, currency },
  difference: { amount: total - before, currency },
  balance: balance ? { id: balance.id, expiresAt: balance.expiresAt.toISOString() } : null,
})

export const routes: readonly Route[] = [
  ...balanceRoutes,
  query({
    ...common,
    method: 'GET',
    path: '/orders/:id/edit-options',
    operationId: 'getEditOptions',
    summary: 'What of an order may be changed, and what may be chosen instead',
    permission: 'orders:edit',
    response: optionsSchema,
    answer: async ({ house, locale }, { params }) => {
      const order = await findOrderToAmend(house.database, params.id)
      if (!order) return orderRefusals.not_found()
      const left = await mayEdit(house.database, order)
      if (!left.ok) return left
      const deliveryOptions = await presentWays(house, { order, after: order.content, locale })
      return ok({ ...presentOptions(order, left.value), deliveryOptions })
    },
  }),
  query({
    ...common,
    method: 'POST',
    path: '/orders/:id/amendment-previews',
    operationId: 'previewAmendment',
    summary: 'What a change of an order would come to, line by line; writes nothing',
    permission: 'orders:edit',
    body: wishSchema,
    response: previewSchema,
    answer: async ({ house, actor, locale }, { params, body }) => {
      const wish = wishOf(actor, body)
      if (!wish.ok) return wish
      const foreseen = await foreseeEdit(house, { orderId: params.id, wish: wish.value })
      if (!foreseen.ok) return foreseen
      return ok(await presentEdit(house, { ...foreseen.value, wish: wish.value, locale }))
    },
  }),
  steps({
    ...common,
    method: 'POST',
    path: '/orders/:id/amendments',
    operationId: 'amendOrder',
    summary: 'Change an order after it was placed, or call a part of it off',
    description:
      'Send `If-Match` with the version of the preview to be refused when somebody changed the order meanwhile. What a paid order costs less goes back; what it would cost more is asked for, and the change waits for it (`balance`); an unpaid one is paid on its page as before.',
    permission: 'orders:edit',
    body: wishSchema,
    response: editedSchema,
    answer: async ({ house, actor, requestId, ifMatch }, { params, body }) => {
      const wish = wishOf(actor, body)
      if (!wish.ok) return wish
      const reasoned = checkReason(wish.value)
      if (!reasoned.ok) return reasoned
      const expected =
        ifMatch === undefined ? undefined : { version: ifMatch, otherwise: hostRefusals.version_conflict }
      const edited = await editOrder(house, { orderId: params.id, wish: wish.value, actor, requestId, expected })
      return edited.ok ? ok(told(edited.value)) : edited
    },
    rehearse: (ctx, { params, body }) => {
      const wish = wishOf(ctx.actor, body)
      return wish.ok ? editIn(ctx, { orderId: params.id, wish: wish.value }) : Promise.resolve(wish)
    },
  }),
]
