import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { runCommand } from '../../../host/context.ts'
import type { TaskDefinition } from '../../../host/tasks/task.ts'
import { changeOrders } from '../use-cases/change-orders.ts'

const inputSchema = Type.Object({
  orderIds: Type.Array(Type.String()),
  change: Type.Union([
    Type.Object({ action: Type.Enum(['tag', 'untag']), tagId: Type.String() }),
    Type.Object({ action: Type.Enum(['hold', 'release']), reason: Type.String() }),
    Type.Object({ action: Type.Literal('note'), body: Type.String() }),
    Type.Object({ action: Type.Literal('unnote'), of: Type.String() }),
  ]),
})

/** One kind for each right: who loses it while the work runs does nothing more. */
const definition = (kind: string, permission: string): TaskDefinition => ({
  kind,
  permission,
  path: '/orders',
  run: (house, { id, input, actor, requestId }, report) =>
    changeOrders(
      house,
      { taskId: id, ...Value.Parse(inputSchema, input) },
      {
        options: { actor, requestId },
        runCommand,
        progress: (done, total) => report.progress(done, total),
        stopAsked: () => report.stopAsked(),
      },
    ),
})

export const TAG_ORDERS = 'tag-orders'
export const HOLD_ORDERS = 'hold-orders'
export const NOTE_ORDERS = 'note-orders'

export const orderTasks: readonly TaskDefinition[] = [
  definition(TAG_ORDERS, 'orders:write'),
  definition(HOLD_ORDERS, 'orders:hold'),
  definition(NOTE_ORDERS, 'orders:write'),
]
