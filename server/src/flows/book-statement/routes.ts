import { Type } from 'typebox'
import { bankRefusals, findOrderNumbered, takeStatements } from '../../departments/bank/index.ts'
import { orderRefusals } from '../../departments/orders/index.ts'
import { runCommand } from '../../host/context.ts'
import { receiveWhole } from '../../host/files/receive-whole.ts'
import { command, steps, type Route } from '../../host/http/route.ts'
import { idParams, idSchema, nullable } from '../../host/http/schemas.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { startTask } from '../../host/tasks/start-task.ts'
import { ok } from '../../kernel/result.ts'
import { bookEntry } from './book-entry.ts'

const MEGABYTE = 1_048_576
const MOST_BYTES = 16 * MEGABYTE

export const routes: readonly Route[] = [
  steps({
    method: 'POST',
    path: '/bank-statements',
    operationId: 'importBankStatement',
    summary: 'Brings in a file of the bank, and looks for the orders that its entries are for',
    description: `The body is the file itself: camt.053, camt.052 or camt.054 of ISO 20022, at most ${MOST_BYTES / MEGABYTE} MB. What was brought in before takes no effect. The file is not kept.`,
    permission: 'bank:write',
    own: 'any',
    query: Type.Object({ name: Type.Optional(Type.String({ maxLength: 200, description: "The file's." })) }),
    streamBody: true,
    rateLimit: { perMinute: 30 },
    status: 201,
    response: Type.Object({
      statements: Type.Array(
        Type.Object({
          id: idSchema,
          bankId: Type.String(),
          known: Type.Boolean({ description: 'It was here already.' }),
          entries: Type.Integer(),
          fresh: Type.Integer({ description: 'Of its entries those that no other file told of.' }),
        }),
      ),
      taskId: nullable(idSchema),
    }),
    answer: async ({ house, actor, requestId, upload }, { query: { name } }) => {
      const bytes = await receiveWhole(upload, MOST_BYTES)
      if (bytes === 'empty') return bankRefusals.file_empty({ field: 'file' })
      if (bytes === 'too_large') return hostRefusals.file_too_large({ params: { megabytes: MOST_BYTES / MEGABYTE } })
      return runCommand(house, { actor, requestId }, async (ctx) => {
        const taken = await takeStatements(ctx, house, { bytes, fileName: name ?? '' })
        if (!taken.ok) return taken
        const statementIds = taken.value.filter(({ fresh }) => fresh > 0).map(({ id }) => id)
        const taskId =
          statementIds.length === 0
            ? null
            : startTask(ctx, {
                kind: 'match-bank-entries',
                titleKey: 'book-statement.task.match',
                titleParams: { name: name ?? taken.value[0]?.bankId ?? '' },
                input: { statementIds },
              })
        return ok({ statements: [...taken.value], taskId })
      })
    },
  }),
  command({
    method: 'POST',
    path: '/bank-entries/:id/booking',
    operationId: 'bookBankEntry',
    summary: 'Take an entry of the bank for an order',
    description: 'What comes beyond what the order lacks, or for an order that ended, is to go back.',
    permission: 'bank:write',
    own: 'any',
    idempotent: true,
    status: 201,
    params: idParams,
    body: Type.Object(
      { orderNumber: Type.String({ pattern: '^[1-9][0-9]{0,11}$', description: 'As people call the order.' }) },
      { additionalProperties: false },
    ),
    response: Type.Object({ paid: Type.Boolean({ description: 'Whether the order has all of its money now.' }) }),
    command: async (ctx, { params, body: { orderNumber } }) => {
      const orderId = await findOrderNumbered(ctx.tx, orderNumber)
      if (orderId === undefined) return orderRefusals.not_found({ field: 'orderNumber' })
      return bookEntry(ctx, { entryId: params.id, orderId })
    },
  }),
]
