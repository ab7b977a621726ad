import { Type } from 'typebox'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { localDate } from '../../../kernel/time.ts'
import { withdrawalPlace } from '../queries/read-withdrawals.ts'
import { withdrawalsList } from '../queries/withdrawals-list.ts'
import { recordFact } from '../use-cases/record-fact.ts'
import { decideWithdrawal } from '../use-cases/decide-withdrawal.ts'
import { viewWithdrawal } from '../use-cases/view-withdrawal.ts'
import { decisionBody, factBody, listedWithdrawalSchema, withdrawalSchema } from './schemas.ts'

const ofWithdrawal = { own: 'any', withinScope: withdrawalPlace, params: idParams } as const

export const routes: readonly Route[] = [
  ...listRoutes(withdrawalsList, {
    path: '/withdrawals',
    permission: 'returns:read',
    summary: 'Withdrawals from contracts, the newest first',
    item: listedWithdrawalSchema,
  }),
  query({
    method: 'GET',
    path: '/withdrawals/:id',
    operationId: 'getWithdrawal',
    summary: 'One withdrawal as it was stated, whether it came in time, and what would go back',
    permission: 'returns:read',
    ...ofWithdrawal,
    response: withdrawalSchema,
    answer: async (call, { params }) => {
      const view = await viewWithdrawal(call.house.database, params.id, call.house.clock.now())
      if (!view.ok) return view
      const { withdrawal, assessment, possible } = view.value
      const { id, name, email, orderId, state, refundBy, market, goods } = withdrawal
      return ok({
        ...{ id, name, email, orderId, state, refundBy, market, goods },
        number: `W-${withdrawal.number}`,
        order: withdrawal.orderTyped,
        receivedAt: withdrawal.receivedAt.toISOString(),
        decisions: withdrawal.decisions.map(({ decision, note, at, terms: { exempt, ...terms } }) => ({
          ...{ decision, note, at },
          terms: { ...terms, ...(exempt && { exempt: [...exempt] }) },
        })),
        facts: [...withdrawal.facts],
        assessment: assessment && { ...assessment, lines: [...assessment.lines] },
        allowedActions: allowedActions(call, possible),
      })
    },
  }),
  command({
    method: 'POST',
    path: '/withdrawals/:id/decisions',
    operationId: 'decideWithdrawal',
    summary: 'Accept a withdrawal, refuse it for a reason, or close it once the money is back',
    permission: 'returns:write',
    ...ofWithdrawal,
    idempotent: true,
    status: 201,
    body: decisionBody,
    response: Type.Object({ state: Type.String() }),
    command: (ctx, { params, body }) => decideWithdrawal(ctx, { id: params.id, ...body }),
  }),
  command({
    method: 'POST',
    path: '/withdrawals/:id/facts',
    operationId: 'recordWithdrawalFact',
    summary: 'Say that the goods are back, or that a proof of their sending is there',
    permission: 'returns:write',
    ...ofWithdrawal,
    status: 204,
    body: factBody,
    response: Type.Void(),
    command: (ctx, { params, body }) => recordFact(ctx, { id: params.id, fact: body.fact, on: localDate(body.on) }),
  }),
]
