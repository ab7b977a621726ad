import { Type } from 'typebox'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { command, query, steps, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { localDate } from '../../../kernel/time.ts'
import { listMovementsOfOrder } from '../queries/find-payout.ts'
import { awaitedPayoutsList } from '../queries/awaited-payouts-list.ts'
import { readPayoutDays } from '../queries/payout-days.ts'
import { payoutsList } from '../queries/payouts-list.ts'
import { readClearing, readPayout, type Clearing } from '../queries/read-payout.ts'
import { readStripePayoutFile } from './read-payout-file.ts'
import { explainLine } from '../use-cases/explain-line.ts'
import { fetchPayouts } from '../use-cases/fetch-payouts.ts'
import { payoutActions } from '../use-cases/payout-actions.ts'
import { recordPayoutArrival } from '../use-cases/record-payout-arrival.ts'
import { takePayoutFile } from '../use-cases/take-payout-file.ts'
import {
  arrivalBody,
  awaitedPayoutSchema,
  clearingSchema,
  explanationBody,
  movementsSchema,
  payoutDetailSchema,
  payoutSchema,
} from './payout-schemas.ts'

const DAY_MS = 86_400_000
const FILE_BYTES = 8 * 1_048_576

export const payoutRoutes: readonly Route[] = [
  ...listRoutes(payoutsList, {
    path: '/payouts',
    permission: 'payments:read',
    summary: 'What payment providers paid out to the bank, newest first',
    item: payoutSchema,
  }),
  ...listRoutes(awaitedPayoutsList, {
    path: '/awaited-payouts',
    permission: 'payments:read',
    summary: 'What payment providers took and did not pay out yet, the longest awaited first',
    item: awaitedPayoutSchema,
  }),
  query({
    method: 'GET',
    path: '/payouts/:id',
    operationId: 'getPayout',
    summary: 'A payout with its lines, and what each line is; what nobody can explain comes first',
    permission: 'payments:read',
    own: 'any',
    params: idParams,
    response: payoutDetailSchema,
    answer: async (call, { params }) => {
      const payout = await readPayout(call.house.database, params.id)
      return payout.ok
        ? ok({ ...payout.value, allowedActions: allowedActions(call, payoutActions(payout.value)) })
        : payout
    },
  }),
  query({
    method: 'GET',
    path: '/provider-balances',
    operationId: 'listProviderBalances',
    summary: 'What providers hold for the shop by its books, what is on its way to the bank, and what is not explained',
    permission: 'payments:read',
    own: 'any',
    response: clearingSchema,
    answer: async ({ house }) => {
      const days = await readPayoutDays(house.database)
      const lateBefore = new Date(house.clock.now().getTime() - days * DAY_MS)
      return ok({ days, items: (await readClearing(house.database, lateBefore)).map(presentClearing) })
    },
  }),
  query({
    method: 'GET',
    path: '/payouts/:id/movements',
    operationId: 'listPayoutMovements',
    summary: 'Movements of an order at the provider of a payout: from which a person chooses what a line is',
    permission: 'payments:read',
    own: 'any',
    params: idParams,
    query: Type.Object({
      order: Type.String({ pattern: '^[1-9][0-9]{0,11}$', description: 'The number of the order.' }),
    }),
    response: movementsSchema,
    answer: async ({ house }, { params, query: { order } }) => {
      const payout = await readPayout(house.database, params.id)
      if (!payout.ok) return payout
      const wish = { provider: payout.value.provider, orderNumber: BigInt(order) }
      const found = await listMovementsOfOrder(house.database, wish)
      const items = found.map(({ id, kind, amount, currency, taken }) => ({
        ...{ id, kind: kind as 'capture' | 'refund', taken },
        amount: { amount: Number(amount), currency },
      }))
      return ok({ items })
    },
  }),
  steps({
    method: 'POST',
    path: '/payout-fetches',
    operationId: 'fetchPayouts',
    summary: 'Ask every provider now what it paid out',
    permission: 'payments:record',
    own: 'any',
    rateLimit: { perMinute: 10 },
    response: Type.Object({ away: Type.Array(Type.String(), { description: 'Providers that do not answer.' }) }),
    answer: async ({ house, actor }) => ok({ away: [...(await fetchPayouts(house, actor)).away] }),
  }),
  command({
    method: 'POST',
    path: '/payout-files',
    operationId: 'takePayoutFile',
    summary: "Bring a provider's report of payouts",
    description:
      "Stripe's report `payout_reconciliation.itemized` as CSV. Payouts that are known already change nothing.",
    permission: 'payments:record',
    own: 'any',
    idempotent: true,
    bodyLimitBytes: FILE_BYTES,
    body: Type.Object({ content: Type.String({ minLength: 1 }) }, { additionalProperties: false }),
    response: Type.Object({ payouts: Type.Integer(), known: Type.Integer() }),
    command: async (ctx, { body }) => takePayoutFile(ctx, await readStripePayoutFile(body.content)),
  }),
  command({
    method: 'POST',
    path: '/payout-lines/:id/explanation',
    operationId: 'explainPayoutLine',
    summary: 'Say what a line of a payout is that nobody could explain',
    permission: 'payments:record',
    own: 'any',
    idempotent: true,
    params: idParams,
    body: explanationBody,
    response: Type.Object({ payoutId: Type.String() }),
    command: (ctx, { params, body }) => explainLine(ctx, { lineId: params.id, ...body }),
  }),
  command({
    method: 'POST',
    path: '/payouts/:id/arrival',
    operationId: 'recordPayoutArrival',
    summary: "Say that a payout is on the bank's statement",
    permission: 'payments:record',
    own: 'any',
    idempotent: true,
    status: 204,
    params: idParams,
    body: arrivalBody,
    response: Type.Null(),
    command: async (ctx, { params, body: { arrivedOn, bankReference } }) => {
      const done = await recordPayoutArrival(ctx, params.id, { arrivedOn: localDate(arrivedOn), bankReference })
      return done.ok ? ok(null) : done
    },
  }),
]

function presentClearing({ currency, held, in_transit, unexplained, awaited, late, late_payments }: Clearing) {
  const inIts = (amount: bigint) => ({ amount: Number(amount), currency })
  return {
    ...{ currency, latePayments: late_payments },
    ...{ held: inIts(held), awaited: inIts(awaited), late: inIts(late) },
    ...{ inTransit: inIts(in_transit), unexplained: inIts(unexplained) },
  }
}
