import { Type } from 'typebox'
import { scopeOf } from '../../../host/actor.ts'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { allowedActionSchema, idParams, idSchema } from '../../../host/http/schemas.ts'
import { formatMoney } from '../../../host/i18n/format.ts'
import { namesOfStaff } from '../../../host/records/names-of-staff.ts'
import { ok } from '../../../kernel/result.ts'
import type { Hold } from '../queries/holds.ts'
import { orderPlace } from '../queries/order-place.ts'
import { holdOrder, releaseOrder } from '../use-cases/hold-order.ts'
import { sayBecause, sayRule, type Speaking } from '../use-cases/hold-words.ts'
import { changeHoldRule, makeHoldRule, removeHoldRule } from '../use-cases/save-hold-rule.ts'
import { tryHoldRule } from '../use-cases/try-hold-rule.ts'
import { viewDesk } from '../use-cases/view-desk.ts'
import { viewHoldRules } from '../use-cases/view-hold-rules.ts'
import {
  holdSchema,
  reasonBody,
  ruleBody,
  rulesSchema,
  savedSchema,
  tagSchema,
  trialBody,
  trialSchema,
} from './desk-schemas.ts'

export const holdRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/orders/:id/desk',
    operationId: 'getOrderDesk',
    summary: 'What people hung on an order: its tags, what holds it, and what held it before',
    permission: 'orders:read',
    own: 'any',
    withinScope: orderPlace,
    params: idParams,
    response: Type.Object({
      tags: Type.Array(tagSchema),
      holds: Type.Array(holdSchema),
      allowedActions: Type.Array(allowedActionSchema),
    }),
    answer: async (call, { params: { id } }) => {
      const desk = await viewDesk(call.house.database, id)
      if (!desk.ok) return desk
      const { tags, holds, possible } = desk.value
      return ok({
        tags: [...tags],
        holds: await presentHolds(call, holds),
        allowedActions: allowedActions(call, possible),
      })
    },
  }),
  command({
    method: 'POST',
    path: '/orders/:id/holds',
    operationId: 'holdOrder',
    summary: 'Hold an order by hand: it is not sent until it is released',
    permission: 'orders:hold',
    own: 'any',
    withinScope: orderPlace,
    status: 201,
    params: idParams,
    body: reasonBody,
    response: Type.Object({ id: idSchema }),
    command: (ctx, { params, body }) => holdOrder(ctx, { orderId: params.id, reason: body.reason }),
  }),
  command({
    method: 'POST',
    path: '/orders/:id/release',
    operationId: 'releaseOrder',
    summary: 'Let an order go, or end one of the reasons why it waits',
    permission: 'orders:hold',
    own: 'any',
    withinScope: orderPlace,
    params: idParams,
    body: Type.Object({ ...reasonBody.properties, holdId: Type.Optional(idSchema) }, { additionalProperties: false }),
    response: Type.Object({}),
    command: async (ctx, { params, body }) => {
      const released = await releaseOrder(ctx, { orderId: params.id, ...body })
      return released.ok ? ok({}) : released
    },
  }),
  query({
    method: 'GET',
    path: '/hold-rules',
    operationId: 'listHoldRules',
    summary: 'By what orders are held, in plain words',
    permission: 'orders:read',
    own: 'any',
    response: rulesSchema,
    answer: async (call) => {
      const { rules, markets } = await viewHoldRules(call.house.database, call.locale)
      return ok({
        markets,
        items: rules.map(({ terms, markets: only, ...rule }) => ({
          ...rule,
          terms: terms.what === 'email_domain' ? { ...terms, domains: [...terms.domains] } : { ...terms },
          markets: [...only],
          sentence: sayRule(terms, speakingOf(call)),
        })),
      })
    },
  }),
  command({
    method: 'POST',
    path: '/hold-rules',
    operationId: 'createHoldRule',
    summary: 'A rule by which orders are held from now on',
    permission: 'orders:rules',
    own: 'any',
    idempotent: true,
    status: 201,
    body: ruleBody,
    response: savedSchema,
    command: (ctx, { body }) => makeHoldRule(ctx, body),
  }),
  command({
    method: 'PUT',
    path: '/hold-rules/:id',
    operationId: 'putHoldRule',
    summary: 'Change a rule, or switch it off; what it holds goes on waiting (If-Match: version)',
    permission: 'orders:rules',
    own: 'any',
    params: idParams,
    body: ruleBody,
    response: savedSchema,
    etag: 'version',
    command: (ctx, { params: { id }, body }, call) => changeHoldRule(ctx, { id, version: call.ifMatch, wish: body }),
  }),
  command({
    method: 'DELETE',
    path: '/hold-rules/:id',
    operationId: 'deleteHoldRule',
    summary: 'Remove a rule; what it holds goes on waiting, and says why',
    permission: 'orders:rules',
    own: 'any',
    params: idParams,
    response: Type.Object({}),
    command: async (ctx, { params }) => {
      const removed = await removeHoldRule(ctx, params.id)
      return removed.ok ? ok({}) : removed
    },
  }),
  query({
    method: 'POST',
    path: '/hold-rule-trials',
    operationId: 'tryHoldRule',
    summary: 'What a rule would have held in the last 90 days; nothing is saved',
    permission: 'orders:rules',
    own: 'any',
    rateLimit: { perMinute: 30 },
    body: trialBody,
    response: trialSchema,
    answer: async (call, { body }) => {
      const now = call.house.clock.now()
      const tried = await tryHoldRule(call.house.database, { ...body, seen: scopeOf(call.actor)?.market, now })
      if (!tried.ok) return tried
      const speaking = speakingOf(call)
      return ok({
        ...tried.value,
        sentence: sayRule(body.terms, speaking),
        examples: tried.value.examples.map(({ orderId, number, placedAt, total, why }) => ({
          id: orderId,
          number,
          placedAt: placedAt.toISOString(),
          total,
          words: sayBecause(why, speaking),
        })),
      })
    },
  }),
]

function speakingOf({ house, locale }: Call): Speaking {
  return { locale, translate: house.translations.for(locale), formatMoney }
}

async function presentHolds(call: Call, holds: readonly Hold[]) {
  const speaking = speakingOf(call)
  const actors = holds.flatMap(({ heldBy, releasedBy }) => [heldBy, ...(releasedBy === null ? [] : [releasedBy])])
  const names = await namesOfStaff(
    call.house,
    actors.flatMap((actor) => staffIdIn(actor) ?? []),
  )
  const person = (actor: string) => ({ name: names.get(staffIdIn(actor) ?? '') ?? null })
  return holds.map(({ heldBy, releasedAt, releasedBy, releaseReason, ...hold }) => ({
    id: hold.id,
    kind: hold.kind,
    rule: hold.rule,
    words: sayBecause(hold, speaking),
    heldAt: hold.heldAt.toISOString(),
    heldBy: person(heldBy),
    todoId: hold.todoId,
    released:
      releasedAt === null
        ? null
        : { at: releasedAt.toISOString(), by: person(releasedBy ?? ''), reason: releaseReason ?? '' },
  }))
}

function staffIdIn(actor: string): string | undefined {
  return actor.startsWith('staff:') ? actor.slice('staff:'.length) : undefined
}
