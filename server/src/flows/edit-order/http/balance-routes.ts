import { Type } from 'typebox'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { query, steps, type Call, type Route } from '../../../host/http/route.ts'
import { dateSchema, idParams, idSchema, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { locales } from '../../../host/i18n/locales.ts'
import { namesOfStaff } from '../../../host/records/names-of-staff.ts'
import { ok } from '../../../kernel/result.ts'
import {
  AMENDMENT_REASONS,
  BALANCE_OUTCOMES,
  getOrder,
  listBalances,
  orderPlace,
  orderRefusals,
  type Balance,
} from '../../../departments/orders/index.ts'
import { endBalanceByHand, endBalanceIn } from '../end-balance.ts'

const common = { own: 'any', withinScope: orderPlace, params: idParams } as const
const body = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) },
  { additionalProperties: false },
)
const response = Type.Object({ version: Type.Integer() })

const balancesSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      id: idSchema,
      kind: Type.Enum(['change', 'rest'], {
        description: '`rest`: of a pre-order, of which a part was paid when it was placed.',
      }),
      readyOn: nullable(dateSchema),
      dueSince: nullable(
        Type.String({
          format: 'date-time',
          description: 'Of a rest: since when it is asked for; null while its goods are not there.',
        }),
      ),
      paid: moneySchema,
      amount: moneySchema,
      total: moneySchema,
      reason: Type.Enum([...AMENDMENT_REASONS]),
      note: nullable(Type.String()),
      by: nullable(Type.String({ description: 'Who asked; null where nobody is known by a name.' })),
      at: instantSchema,
      expiresAt: instantSchema,
      outcome: nullable(Type.Enum([...BALANCE_OUTCOMES], { description: 'Null as long as the change waits.' })),
      endedAt: nullable(instantSchema),
      endedBy: nullable(Type.String()),
      endReason: nullable(Type.String()),
    }),
    { description: 'The latest first.' },
  ),
  allowedActions: Type.Array(
    Type.Object({
      action: Type.String(),
      allowed: Type.Boolean(),
      reason: nullable(Type.Object({ code: Type.String(), message: Type.String() })),
    }),
  ),
})

/** What a reduction by a waiver is called on papers, in each language. */
const waivedIn = ({ translations }: Call['house']) =>
  Object.fromEntries(locales.map((one) => [one, translations.for(one)('orders.balance.waived')]))

const staffOf = (actor: string | null) => /^staff:(?<id>[0-9a-f-]+)$/.exec(actor ?? '')?.groups?.['id'] ?? ''

function present(balance: Balance, names: ReadonlyMap<string, string>) {
  const { id, amount, currency, reason, note, askedBy, askedAt, expiresAt, after, outcome, endedAt, endedBy } = balance
  return {
    ...{ id, kind: balance.kind, reason, note, outcome, endReason: balance.endReason },
    readyOn: balance.readyOn,
    dueSince: balance.dueSince?.toISOString() ?? null,
    paid: { amount: after.total - amount, currency },
    amount: { amount, currency },
    total: { amount: after.total, currency },
    by: names.get(staffOf(askedBy)) ?? null,
    at: askedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    endedBy: names.get(staffOf(endedBy)) ?? null,
  }
}

export const balanceRoutes: readonly Route[] = [
  query({
    ...common,
    method: 'GET',
    path: '/orders/:id/balances',
    operationId: 'listBalances',
    summary: 'What changes of a paid order made it dearer by, what waits of it, and what may be done about that',
    permission: 'orders:read',
    response: balancesSchema,
    answer: async (call, { params }) => {
      const { house } = call
      const order = await getOrder(house.database, params.id)
      if (!order.ok) return order
      const balances = await listBalances(house.database, params.id)
      const ids = balances.flatMap(({ askedBy, endedBy }) => [staffOf(askedBy), staffOf(endedBy)]).filter(Boolean)
      const names = await namesOfStaff(house, ids)
      const refusal = balances.some(({ outcome }) => outcome === null) ? null : orderRefusals.no_balance_due().refusal
      const possible = [
        { action: 'receive', permission: 'payments:record', refusal },
        { action: 'waive', permission: 'orders:price', refusal },
        { action: 'undo', permission: 'orders:edit', refusal },
      ]
      return ok({
        items: balances.toReversed().map((one) => present(one, names)),
        allowedActions: allowedActions(call, possible),
      })
    },
  }),
  steps({
    ...common,
    method: 'POST',
    path: '/orders/:id/balance-waiver',
    operationId: 'waiveBalance',
    summary: 'Let a change come about without its difference: what it would cost more is taken off its price',
    permission: 'orders:price',
    body,
    response,
    answer: ({ house, actor, requestId }, { params, body: { reason } }) =>
      endBalanceByHand(house, { orderId: params.id, how: 'waive', reason, names: waivedIn(house), actor, requestId }),
    rehearse: (ctx, { params, body: { reason } }) => endBalanceIn(ctx, { orderId: params.id, how: 'waive', reason }),
  }),
  steps({
    ...common,
    method: 'POST',
    path: '/orders/:id/balance-undoing',
    operationId: 'undoBalance',
    summary: 'Take back a change that waits for its difference: the order stays as it is',
    permission: 'orders:edit',
    body,
    response,
    answer: ({ house, actor, requestId }, { params, body: { reason } }) =>
      endBalanceByHand(house, { orderId: params.id, how: 'undo', reason, actor, requestId }),
    rehearse: (ctx, { params, body: { reason } }) => endBalanceIn(ctx, { orderId: params.id, how: 'undo', reason }),
  }),
]
