import { Type } from 'typebox'
import { allowedActions } from '../../host/http/allowed-actions.ts'
import { query, steps, type Call, type Route } from '../../host/http/route.ts'
import { dateSchema, idParams, idSchema, instantSchema, moneySchema, nullable } from '../../host/http/schemas.ts'
import { namesOfStaff } from '../../host/records/names-of-staff.ts'
import { money, moneyToJson } from '../../kernel/money.ts'
import { ok } from '../../kernel/result.ts'
import { getOrder, orderPlace } from '../../departments/orders/index.ts'
import {
  DECLINES,
  declineOf,
  listLaterCharges,
  listSavedMethods,
  type LaterCharge,
  type SavedMethod,
} from '../../departments/payments/index.ts'
import { CHARGE_REASONS, chargeOrder, dueOfOrder } from './charge-order.ts'

const common = { own: 'any', withinScope: orderPlace, params: idParams } as const
const cardSchema = { brand: Type.String(), last4: Type.String() }
const reasonSchema = Type.Enum([...CHARGE_REASONS])

const chargesSchema = Type.Object({
  due: nullable(Type.Object({ amount: moneySchema, reason: reasonSchema })),
  methods: Type.Array(
    Type.Object({
      id: idSchema,
      ...cardSchema,
      expiresOn: dateSchema,
      usable: Type.Boolean({
        description: 'It has not ended, and the customer agreed that it is charged without them.',
      }),
      words: Type.String({ description: 'What the customer agreed to, as they read it.' }),
      agreedAt: instantSchema,
    }),
  ),
  tries: Type.Array(
    Type.Object({
      at: instantSchema,
      by: nullable(Type.String()),
      card: nullable(Type.Object(cardSchema, { description: 'Null once its customer was forgotten.' })),
      amount: moneySchema,
      reason: reasonSchema,
      agreed: Type.String(),
      state: Type.Enum(['paid', 'under_way', 'closed', ...DECLINES]),
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

const staffOf = (actor: string) => /^staff:(?<id>[0-9a-f-]+)$/.exec(actor)?.groups?.['id'] ?? ''

function stateOf({ endedAs }: LaterCharge) {
  if (endedAs === null) return 'under_way' as const
  return endedAs === 'paid' || endedAs === 'closed' ? (endedAs as 'paid' | 'closed') : declineOf(endedAs)
}

function presentMethod(today: string, { id, brand, last4, expiresOn, later, words, agreedAt }: SavedMethod) {
  return { id, brand, last4, expiresOn, words, usable: later && expiresOn >= today, agreedAt: agreedAt.toISOString() }
}

function presentTry(names: ReadonlyMap<string, string>, charge: LaterCharge) {
  const { at, actor, brand, last4, amount, currency, reason, agreed } = charge
  return {
    at: at.toISOString(),
    by: names.get(staffOf(actor)) ?? null,
    card: brand === null || last4 === null ? null : { brand, last4 },
    amount: moneyToJson(money(amount, currency)),
    reason: reason as (typeof CHARGE_REASONS)[number],
    agreed,
    state: stateOf(charge),
  }
}

async function presentCharges(call: Call, orderId: string, customerId: string | null) {
  const { house } = call
  const [due, methods, charges] = await Promise.all([
    dueOfOrder(house, orderId),
    customerId === null ? [] : listSavedMethods(house.database, customerId),
    listLaterCharges(house.database, orderId),
  ])
  const names = await namesOfStaff(house, charges.map(({ actor }) => staffOf(actor)).filter(Boolean))
  const today = house.clock.now().toISOString().slice(0, 10)
  const refusal = due.ok ? null : due.refusal
  return {
    due: due.ok ? { amount: moneyToJson(due.value.amount), reason: due.value.reason } : null,
    methods: methods.map((method) => presentMethod(today, method)),
    tries: charges.map((charge) => presentTry(names, charge)),
    allowedActions: allowedActions(call, [{ action: 'charge', permission: 'payments:charge', refusal }]),
  }
}

export const routes: readonly Route[] = [
  query({
    ...common,
    method: 'GET',
    path: '/orders/:id/charges',
    operationId: 'listCharges',
    summary: 'What of an order can be charged without its customer, by what is kept for them, and what was tried',
    permission: 'payments:read',
    response: chargesSchema,
    answer: async (call, { params }) => {
      const order = await getOrder(call.house.database, params.id)
      return order.ok ? ok(await presentCharges(call, params.id, order.value.customerId)) : order
    },
  }),
  steps({
    ...common,
    method: 'POST',
    path: '/orders/:id/charges',
    operationId: 'chargeOrder',
    summary: 'Charge what is kept for the customer, without them, for what they agreed to',
    description:
      'What is due of the order: the difference of a change, the rest of a pre-order, an order that staff took. Asked twice it is charged once. Where the bank wants the customer, nothing is charged and they get a mail with the page on which they pay (`needs_customer`).',
    permission: 'payments:charge',
    body: Type.Object(
      { methodId: idSchema, agreed: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }) },
      { additionalProperties: false },
    ),
    response: Type.Object({ state: Type.Enum(['paid', 'needs_customer']) }),
    answer: ({ house, actor }, { params, body }) => chargeOrder(house, { orderId: params.id, ...body }, actor),
  }),
]
