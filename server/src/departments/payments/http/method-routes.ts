import { Type, type TString } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idSchema, nullable, textsSchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { listMethodRecords } from '../queries/payment-methods.ts'
import { putPaymentMethod } from '../use-cases/put-payment-method.ts'
import { methodKindSchema } from './schemas.ts'

const amounts = (description: string) =>
  Type.Record(Type.String({ pattern: '^[A-Z]{3}$' }), Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }), {
    description,
  })
const codes = (one: TString, description: string) => Type.Array(one, { maxItems: 250, uniqueItems: true, description })

const fields = {
  kind: methodKindSchema,
  names: textsSchema,
  instructions: Type.Partial(textsSchema),
  provider: nullable(Type.String({ pattern: '^[a-z0-9_-]{1,60}$', description: 'Null: the usual one of the house.' })),
  markets: codes(Type.String({ pattern: '^[a-z0-9_-]{1,60}$' }), 'Where it is offered; none: everywhere.'),
  countries: codes(Type.String({ pattern: '^[A-Z]{2}$' }), 'To whom goods go; none: everywhere.'),
  currencies: codes(Type.String({ pattern: '^[A-Z]{3}$' }), 'None: every currency.'),
  minTotal: amounts('Currency -> offered from this amount on, in whole minor units.'),
  maxTotal: amounts('Currency -> offered up to this amount.'),
  customerGroups: codes(idSchema, 'Offered to their customers alone; none: to everybody.'),
  clears: Type.Enum(['payment', 'order'], {
    description: 'When an order paid so may be fulfilled: once its money is there, or at once.',
  }),
  dueDays: Type.Integer({ minimum: 1, maximum: 90, description: 'Banking days that its money may take.' }),
}

const accountSchema = nullable(
  Type.Object(
    {
      holder: Type.String({ maxLength: 70 }),
      iban: Type.String({ maxLength: 42, description: 'Blanks and small letters are taken.' }),
      bic: Type.String({ maxLength: 11, description: 'Empty where it is not needed.' }),
    },
    { additionalProperties: false, description: 'Where transfers go; null for all other kinds.' },
  ),
)

const debitSchema = nullable(
  Type.Object(
    {
      creditorId: Type.String({ maxLength: 48, description: 'Of the creditor, with its check digits (EPC262-08).' }),
      name: Type.String({ maxLength: 70 }),
      iban: Type.String({ maxLength: 42, description: 'Where the money goes.' }),
      bic: Type.String({ maxLength: 11, description: 'Empty where it is not needed.' }),
      noticeDays: Type.Integer({ minimum: 1, maximum: 60, description: 'Between announcement and collection.' }),
      leadDays: Type.Integer({
        minimum: 1,
        maximum: 14,
        description: 'Banking days that the bank needs the file before.',
      }),
      cutOff: Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'In the seller’s time.' }),
      message: Type.Enum(['pain.008.001.08', 'pain.008.001.02']),
    },
    { additionalProperties: false, description: 'Who collects, and when; null for all kinds but direct debits.' },
  ),
)

const bodySchema = Type.Object(
  {
    ...fields,
    position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, description: 'In the shop’s order.' })),
    account: Type.Optional(accountSchema),
    debit: Type.Optional(debitSchema),
    active: Type.Optional(Type.Boolean({ default: true, description: 'False: not offered any more.' })),
  },
  { additionalProperties: false },
)

const recordSchema = Type.Object({
  code: Type.String(),
  ...fields,
  account: accountSchema,
  debit: debitSchema,
  position: Type.Integer(),
  active: Type.Boolean(),
  version: Type.Integer(),
})

export const methodRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/payment-methods',
    operationId: 'listPaymentMethods',
    summary: 'Ways to pay, in the shop’s order, also those not offered now',
    permission: 'payments:read',
    own: 'any',
    response: Type.Object({ items: Type.Array(recordSchema) }),
    answer: async ({ house }) => {
      const items = await listMethodRecords(house.database)
      return ok({
        items: items.map((item) => ({
          ...item,
          names: { en: '', ...item.names },
          instructions: { ...item.instructions },
          markets: [...item.markets],
          countries: [...item.countries],
          currencies: [...item.currencies],
          customerGroups: [...item.customerGroups],
          minTotal: { ...item.minTotal },
          maxTotal: { ...item.maxTotal },
          debit: item.debit ?? null,
        })),
      })
    },
  }),
  command({
    method: 'PUT',
    path: '/payment-methods/:code',
    operationId: 'putPaymentMethod',
    summary: 'Make a way to pay, or change it (If-Match: version)',
    permission: 'payments:write',
    own: 'any',
    params: Type.Object({ code: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }) }),
    body: bodySchema,
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (
      ctx,
      { params, body: { position, active = true, account = null, debit = null, ...method } },
      { ifMatch },
    ) =>
      putPaymentMethod(ctx, {
        method: { code: params.code, ...method, account, debit, active },
        position,
        version: ifMatch,
      }),
  }),
]
