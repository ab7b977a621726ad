import { Type } from 'typebox'
import { permissionsOf } from '../../../host/actor.ts'
import { openPaperOf } from '../../../host/files/task-papers.ts'
import { fileAnswerSchema } from '../../../host/http/file-answer.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { locales } from '../../../host/i18n/locales.ts'
import { idsOfMeant, meantBody } from '../../../host/lists/meant-rows.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { findTask } from '../../../host/tasks/read-tasks.ts'
import { startTask } from '../../../host/tasks/start-task.ts'
import { ok } from '../../../kernel/result.ts'
import { parcelPlace, slipOfParcel } from '../../../departments/fulfilment/index.ts'
import { ordersList, refuseTooMany } from '../../../departments/orders/index.ts'
import { fileOfSlip } from '../jobs/file-of-slip.ts'
import { PRINT_ORDERS } from '../jobs/print-task.ts'
import { PAPERS } from '../jobs/print-orders.ts'
import { refusals } from '../refusals.ts'

const MOST_AT_ONCE = 500
const SLIPS = 'fulfilment:read'

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/parcels/:id/slip',
    operationId: 'downloadPackingSlip',
    summary: 'What is in a parcel, on paper, without prices; in its buyer’s language unless told',
    permission: SLIPS,
    own: 'any',
    withinScope: parcelPlace,
    params: idParams,
    query: Type.Object({ language: Type.Optional(Type.Enum([...locales])) }),
    sendsFile: true,
    response: fileAnswerSchema,
    answer: async ({ house }, { params, query: { language } }) => {
      const slip = await slipOfParcel(house.database, params.id)
      return slip.ok ? ok(await fileOfSlip(house, slip.value, language)) : slip
    },
  }),
  command({
    method: 'POST',
    path: '/order-prints',
    operationId: 'printOrders',
    summary: 'Sheets and packing slips of many orders as one PDF; a task that goes on by itself',
    description:
      'A slip for each parcel that waits to go and one for what is still to be packed; where nothing waits, those of the parcels that went.',
    permission: 'orders:read',
    own: 'any',
    idempotent: true,
    status: 202,
    body: Type.Object(
      {
        ...meantBody('/orders', MOST_AT_ONCE),
        papers: Type.Array(Type.Enum([...PAPERS]), { minItems: 1, maxItems: PAPERS.length, uniqueItems: true }),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({ taskId: idSchema, count: Type.Integer() }),
    command: async (ctx, { body: { papers, ...meant } }, call) => {
      if (papers.includes('slips') && !permissionsOf(call.actor).has(SLIPS))
        return hostRefusals.not_allowed({ params: { permission: SLIPS } })
      const orderIds = await idsOfMeant(ctx, call, meant, { list: ordersList, most: MOST_AT_ONCE })
      if (!orderIds.ok) return orderIds
      const count = orderIds.value.length
      const few = refuseTooMany(count, MOST_AT_ONCE)
      if (!few.ok) return few
      const input = { orderIds: [...orderIds.value], papers, locale: call.locale }
      const titleKey = 'print-orders.task'
      return ok({ taskId: startTask(ctx, { kind: PRINT_ORDERS, titleKey, titleParams: { count }, input }), count })
    },
  }),
  query({
    method: 'GET',
    path: '/order-prints/:id/file',
    operationId: 'downloadOrderPrint',
    summary: 'What I had printed, for a day',
    permission: 'orders:read',
    own: 'self',
    params: idParams,
    sendsFile: true,
    response: fileAnswerSchema,
    answer: async (call, { params: { id } }) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const task = await findTask(call.house.database, { id, staffId: staff.value.id })
      const file = task?.kind === PRINT_ORDERS ? await openPaperOf(call.house, id) : undefined
      if (!file) return refusals.not_there()
      const { size: bytes } = await file.stat()
      return ok({ name: 'orders.pdf', mediaType: 'application/pdf', bytes, body: file.createReadStream() })
    },
  }),
]
