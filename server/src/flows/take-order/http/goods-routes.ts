import { Type } from 'typebox'
import { command, type Route } from '../../../host/http/route.ts'
import { idParams, instantSchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { draftPlace, endSetAside, setAside } from '../../../departments/orders/index.ts'

const one = { own: 'any', withinScope: draftPlace, params: idParams, permission: 'orders:edit' } as const

export const goodsRoutes: readonly Route[] = [
  command({
    ...one,
    method: 'PUT',
    path: '/order-drafts/:id/reservation',
    operationId: 'setDraftAside',
    summary: 'Set the goods of a draft aside until a time, so that nobody else buys them',
    description:
      'Without `until`, for as long as the setting orders.draft_hold_hours says. What lies on no shelf yet is not set aside.',
    body: Type.Object({ until: Type.Optional(instantSchema) }, { additionalProperties: false }),
    response: Type.Object({ until: instantSchema }),
    command: async (ctx, { params, body }) => {
      const until = body.until === undefined ? undefined : new Date(body.until)
      const held = await setAside(ctx, { id: params.id, until })
      return held.ok ? ok({ until: held.value.until.toISOString() }) : held
    },
  }),
  command({
    ...one,
    method: 'DELETE',
    path: '/order-drafts/:id/reservation',
    operationId: 'releaseDraft',
    summary: 'Give the goods of a draft back to the shelf',
    response: Type.Object({}),
    command: async (ctx, { params }) => {
      const ended = await endSetAside(ctx, params.id)
      return ended.ok ? ok({}) : ended
    },
  }),
]
