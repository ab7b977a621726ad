import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { keepPaper } from '../../../host/files/task-papers.ts'
import type { TaskDefinition } from '../../../host/tasks/task.ts'
import { ok } from '../../../kernel/result.ts'
import { PAPERS, printOrders } from './print-orders.ts'

const inputSchema = Type.Object({
  orderIds: Type.Array(Type.String()),
  papers: Type.Array(Type.Enum([...PAPERS])),
  locale: Type.String(),
})

export const PRINT_ORDERS = 'print-orders'

/** Begun anew it prints anew: the file is there whole, or not at all. */
export const printOrdersTask: TaskDefinition = {
  kind: PRINT_ORDERS,
  permission: 'orders:read',
  path: '/orders',
  run: async (house, { id, input }, report) => {
    const { file, pages, empty } = await printOrders(house, {
      ...Value.Parse(inputSchema, input),
      progress: (done, total) => report.progress(done, total),
      stopAsked: () => report.stopAsked(),
    })
    await keepPaper(house, id, file)
    return ok({ pages, empty })
  },
}
