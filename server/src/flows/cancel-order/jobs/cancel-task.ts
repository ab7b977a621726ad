import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { TaskDefinition } from '../../../host/tasks/task.ts'
import { ok } from '../../../kernel/result.ts'
import { cancelMany } from '../cancel-many.ts'

const inputSchema = Type.Object({ orderIds: Type.Array(Type.String()), reason: Type.String() })

export const CANCEL_ORDERS = 'cancel-orders'

export const cancelOrdersTask: TaskDefinition = {
  kind: CANCEL_ORDERS,
  permission: 'orders:cancel',
  path: '/orders',
  run: async (house, { id, input, actor, requestId }, report) =>
    ok(
      await cancelMany(house, {
        taskId: id,
        ...Value.Parse(inputSchema, input),
        actor,
        requestId,
        progress: (done, total) => report.progress(done, total),
        stopAsked: () => report.stopAsked(),
      }),
    ),
}
