import { Type, type Static } from 'typebox'
import type { Context } from '../../../host/context.ts'
import { problemOf } from '../../../host/http/problem.ts'
import { command, query, type Call, type Permission, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { idsOfMeant, meantBody } from '../../../host/lists/meant-rows.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { startTask } from '../../../host/tasks/start-task.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { HOLD_ORDERS, NOTE_ORDERS, TAG_ORDERS } from '../jobs/change-orders.ts'
import { countOutcomes, listChanged, listRefused } from '../queries/bulk-outcomes.ts'
import { ordersList } from '../queries/orders-list.ts'
import { refuseTooMany } from '../use-cases/refuse-too-many.ts'

const MOST_AT_ONCE = 5_000

const target = {
  ...meantBody('/orders', MOST_AT_ONCE),
  changedBy: Type.Optional({
    ...idSchema,
    description: 'Instead of both: the orders that this task changed, so that it can be taken back.',
  }),
}
const targetSchema = Type.Object(target)

const reason = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })
const noteSchema = Type.String({ minLength: 1, maxLength: 4_000, pattern: '\\S' })
const begunSchema = Type.Object({ taskId: idSchema, count: Type.Integer() })

const common = { method: 'POST', own: 'any', idempotent: true, status: 202, response: begunSchema } as const

export const bulkRoutes: readonly Route[] = [
  command({
    ...common,
    path: '/order-taggings',
    operationId: 'tagOrders',
    summary: 'Hang a tag on many orders, or take it off; a task that goes on by itself',
    permission: 'orders:write',
    body: Type.Object(
      { ...target, action: Type.Enum(['tag', 'untag']), tagId: idSchema },
      { additionalProperties: false },
    ),
    command: (ctx, { body: { action, tagId, ...meant } }, call) =>
      begin(ctx, call, meant, { kind: TAG_ORDERS, change: { action, tagId } }),
  }),
  command({
    ...common,
    path: '/order-holds',
    operationId: 'holdOrders',
    summary: 'Hold many orders, or release them; a task that goes on by itself',
    permission: 'orders:hold',
    body: Type.Object({ ...target, action: Type.Enum(['hold', 'release']), reason }, { additionalProperties: false }),
    command: (ctx, { body: { action, reason: why, ...meant } }, call) =>
      begin(ctx, call, meant, { kind: HOLD_ORDERS, change: { action, reason: why } }),
  }),
  command({
    ...common,
    path: '/order-notes',
    operationId: 'noteOrders',
    summary: 'Leave a note for colleagues at many orders, or take such notes back; a task that goes on by itself',
    description: 'A note is talk on the order’s page. `unnote` takes back the notes that the task `changedBy` wrote.',
    permission: 'orders:write',
    body: Type.Object(
      { ...target, action: Type.Enum(['note', 'unnote']), body: Type.Optional(noteSchema) },
      { additionalProperties: false },
    ),
    command: async (ctx, { body: { action, body, ...meant } }, call) => {
      const given = action === 'note' ? body : meant.changedBy
      if (given === undefined) {
        const field = action === 'note' ? 'body' : 'changedBy'
        return hostRefusals.invalid_input({ field, params: { rule: 'required' } })
      }
      const change: Record<string, string> = action === 'note' ? { action, body: given } : { action, of: given }
      return begin(ctx, call, meant, { kind: NOTE_ORDERS, change })
    },
  }),
  outcomeOf('/order-taggings/:id', 'getOrderTagging', 'orders:write'),
  outcomeOf('/order-holds/:id', 'getOrderHolding', 'orders:hold'),
  outcomeOf('/order-notes/:id', 'getOrderNotes', 'orders:write'),
  // Begun by the flow cancel-order.
  outcomeOf('/order-cancellations/:id', 'getOrderCancellations', 'orders:cancel'),
]

function outcomeOf(path: string, operationId: string, permission: Permission): Route {
  return query({
    method: 'GET',
    path,
    operationId,
    summary: 'What a change of many orders did so far, and which it left as they are',
    permission,
    own: 'any',
    params: idParams,
    response: Type.Object({
      changed: Type.Integer(),
      unchanged: Type.Integer({ description: 'That were so already.' }),
      refused: Type.Integer(),
      refusals: Type.Array(
        Type.Object({
          id: idSchema,
          number: Type.String(),
          code: Type.String(),
          detail: Type.String(),
          remedy: Type.String(),
        }),
        { description: 'The first of those that refused.' },
      ),
    }),
    answer: async ({ house, locale, requestId }, { params: { id } }) => {
      const [counts, refused] = await Promise.all([countOutcomes(house.database, id), listRefused(house.database, id)])
      const translate = house.translations.for(locale)
      return ok({
        ...counts,
        refusals: refused.map(({ refusal, ...order }) => {
          const { code, detail, remedy } = problemOf(refusal, translate, requestId)
          return { ...order, code, detail, remedy }
        }),
      })
    },
  })
}

interface Beginning {
  readonly kind: string
  readonly change: Readonly<Record<string, string>>
}

// i18n-dynamic: orders.many.*
async function begin(
  ctx: Context,
  call: Call,
  meant: Static<typeof targetSchema>,
  { kind, change }: Beginning,
): Promise<Result<{ taskId: string; count: number }>> {
  const orderIds = await ordersMeant(ctx, call, meant)
  if (!orderIds.ok) return orderIds
  const count = orderIds.value.length
  const many = refuseTooMany(count, MOST_AT_ONCE)
  if (!many.ok) return many
  const titleKey = `orders.many.${change['action'] ?? ''}`
  const input = { orderIds: [...orderIds.value], change }
  return ok({ taskId: startTask(ctx, { kind, titleKey, titleParams: { count }, input }), count })
}

async function ordersMeant(
  ctx: Context,
  call: Call,
  { changedBy, ...meant }: Static<typeof targetSchema>,
): Promise<Result<readonly string[]>> {
  if (changedBy === undefined || meant.ids || meant.selection) {
    return idsOfMeant(ctx, call, meant, { list: ordersList, most: MOST_AT_ONCE })
  }
  return ok(await listChanged(ctx.tx, changedBy))
}
