import { Type } from 'typebox'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { dateSchema, idParams, idSchema } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { money, moneyToJson } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { localDate, localDateIn } from '../../../kernel/time.ts'
import { debitsList } from '../queries/debits-list.ts'
import { listDueGroups } from '../queries/read-debits.ts'
import { readSellersZone } from '../queries/read-runs.ts'
import { collectAgain, revokeMandate, settleBack } from '../use-cases/change-debits.ts'
import { debitActions } from '../use-cases/debit-actions.ts'
import { reasonWords } from '../use-cases/reason-words.ts'
import { getDebit } from '../use-cases/view-debit.ts'
import { debitSchema, dueGroupsSchema, listedDebitSchema } from './debit-schemas.ts'

const euro = (amount: bigint) => moneyToJson(money(amount, 'EUR'))
const reasonBody = Type.Object({ reason: Type.String({ maxLength: 500 }) }, { additionalProperties: false })

export const debitRoutes: readonly Route[] = [
  ...listRoutes(debitsList, {
    path: '/direct-debits',
    permission: 'bank:read',
    summary: 'What is collected from accounts by direct debit, the latest day first',
    item: listedDebitSchema,
  }),
  query({
    method: 'GET',
    path: '/due-collections',
    operationId: 'listDueCollections',
    summary: 'What waits to be collected, by way to pay, day and sequence',
    permission: 'bank:read',
    own: 'any',
    response: dueGroupsSchema,
    answer: async ({ house }) => {
      const groups = await listDueGroups(house.database)
      return ok({ items: groups.map((group) => ({ ...group, total: euro(group.total) })) })
    },
  }),
  query({
    method: 'GET',
    path: '/direct-debits/:id',
    operationId: 'getDirectDebit',
    summary: 'One collection, the mandate under which it is, and what became of it',
    permission: 'bank:read',
    own: 'any',
    params: idParams,
    response: debitSchema,
    answer: async (call, { params }) => {
      const { house, locale } = call
      const found = await getDebit(house.database, params.id)
      if (!found.ok) return found
      const debit = found.value
      const { mandate, reason } = debit
      const today = localDateIn(house.clock.now(), await readSellersZone(house.database))
      const { id, orderId, orderNumber, dueOn, state, attempt, runId, collectsOn, bookedOn, endToEndId } = debit
      const { kind, creditorId, creditorName, text, device, signedAt, revokedAt, revokedBecause } = mandate
      return ok({
        ...{ id, orderId, orderNumber, dueOn, state, attempt, runId, collectsOn, bookedOn, endToEndId, reason },
        ...{ holder: mandate.holder, ibanEndsOn: mandate.ibanEndsOn, reference: mandate.reference },
        ...{ amount: euro(debit.amount), owed: euro(debit.owed), fee: euro(debit.fee) },
        reasonText: reasonWords(house.translations.for(locale), reason),
        mandate: {
          ...{ kind, creditorId, creditorName, text, device, revokedBecause },
          ...{ signedAt: signedAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null },
        },
        allowedActions: allowedActions(call, debitActions(debit, today)),
      })
    },
  }),
  command({
    method: 'POST',
    path: '/direct-debits/:id/second-collection',
    operationId: 'collectDirectDebitAgain',
    summary:
      'Collect once more what a bank did not pay, or took back, where its reason passes; announced like the first',
    permission: 'bank:write',
    own: 'any',
    idempotent: true,
    status: 201,
    params: idParams,
    response: Type.Object({ id: idSchema }),
    command: (ctx, { params }) => collectAgain(ctx, params.id),
  }),
  command({
    method: 'POST',
    path: '/direct-debits/:id/settlement',
    operationId: 'settleReturnedDebit',
    summary: 'Say that what a bank took back came otherwise after all, or is given up',
    permission: 'bank:write',
    own: 'any',
    idempotent: true,
    status: 204,
    params: idParams,
    body: Type.Object(
      {
        outcome: Type.Enum(['made_good', 'lost']),
        on: dateSchema,
        note: Type.String({ maxLength: 500, description: 'How it came, or why it is given up.' }),
      },
      { additionalProperties: false },
    ),
    response: Type.Null(),
    command: async (ctx, { params, body: { outcome, on, note } }) => {
      const settled = await settleBack(ctx, { id: params.id, outcome, on: localDate(on), note })
      return settled.ok ? ok(null) : settled
    },
  }),
  command({
    method: 'POST',
    path: '/direct-debits/:id/mandate-revocation',
    operationId: 'revokeMandate',
    summary: 'Revoke the mandate of a collection: what waits under it is not collected any more',
    permission: 'bank:write',
    own: 'any',
    idempotent: true,
    status: 204,
    params: idParams,
    body: reasonBody,
    response: Type.Null(),
    command: async (ctx, { params, body }) => {
      const revoked = await revokeMandate(ctx, { debitId: params.id, reason: body.reason })
      return revoked.ok ? ok(null) : revoked
    },
  }),
]
