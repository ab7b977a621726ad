import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { textsSchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { listDeliveryRecords } from '../queries/list-delivery-records.ts'
import { putDeliveryMethod } from '../use-cases/put-delivery-method.ts'

const amounts = (description: string) =>
  Type.Record(Type.String({ pattern: '^[A-Z]{3}$' }), Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }), {
    description,
  })

const days = Type.Integer({ minimum: 0, maximum: 365, description: 'Working days.' })

const fields = {
  names: textsSchema,
  descriptions: Type.Partial(textsSchema),
  countries: Type.Array(Type.String({ pattern: '^[A-Z]{2}$' }), { minItems: 1, maxItems: 250, uniqueItems: true }),
  prices: amounts('Currency -> whole minor units.'),
  freeFrom: amounts('Currency -> goods worth this much are delivered free.'),
  taxCategory: Type.String({ pattern: '^[a-z0-9_]{1,40}$' }),
  minDays: days,
  maxDays: days,
}

const bodySchema = Type.Object(
  {
    ...fields,
    position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, description: 'In the shop’s order.' })),
    active: Type.Optional(Type.Boolean({ default: true, description: 'False: not offered any more.' })),
  },
  { additionalProperties: false },
)

const recordSchema = Type.Object({
  code: Type.String(),
  ...fields,
  position: Type.Integer(),
  active: Type.Boolean(),
  version: Type.Integer(),
})

export const deliveryRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/delivery-methods',
    operationId: 'listDeliveryMethods',
    summary: 'Ways of delivery, in the shop’s order, also those not offered now',
    permission: 'orders:read',
    own: 'any',
    response: Type.Object({ items: Type.Array(recordSchema) }),
    answer: async ({ house }) => {
      const items = await listDeliveryRecords(house.database)
      return ok({
        items: items.map((item) => ({
          ...item,
          names: { en: '', ...item.names },
          countries: [...item.countries],
          descriptions: { ...item.descriptions },
          prices: { ...item.prices },
          freeFrom: { ...item.freeFrom },
        })),
      })
    },
  }),
  command({
    method: 'PUT',
    path: '/delivery-methods/:code',
    operationId: 'putDeliveryMethod',
    summary: 'Make a way of delivery, or change it (If-Match: version)',
    permission: 'orders:write',
    own: 'any',
    params: Type.Object({ code: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }) }),
    body: bodySchema,
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body: { position, active = true, ...method } }, { ifMatch }) =>
      putDeliveryMethod(ctx, { method: { code: params.code, ...method, active }, position, version: ifMatch }),
  }),
]
