import { Type } from 'typebox'
import { query, steps, type Route } from '../../host/http/route.ts'
import { idParams, idSchema, instantSchema, nullable } from '../../host/http/schemas.ts'
import { ok } from '../../kernel/result.ts'
import { checkVatNumber } from '../../departments/tax/index.ts'
import { keepCompany } from './keep-companies.ts'

const companyBody = Type.Object(
  {
    legalName: Type.String({ maxLength: 200 }),
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    vatNumber: nullable(Type.String({ maxLength: 40, description: 'With its country before it, or of this country.' })),
    taxCode: nullable(Type.String({ maxLength: 40 })),
    street: Type.String({ maxLength: 200 }),
    postcode: Type.String({ maxLength: 20 }),
    city: Type.String({ maxLength: 120 }),
    region: Type.String({ maxLength: 80 }),
  },
  { additionalProperties: false },
)
const savedSchema = Type.Object({ id: idSchema, version: Type.Integer() })

export const routes: readonly Route[] = [
  steps({
    method: 'POST',
    path: '/buyer-companies',
    operationId: 'createBuyerCompany',
    summary: 'Keep a company that buys; the authority is asked about its VAT number',
    permission: 'customers:write',
    own: 'any',
    status: 201,
    body: companyBody,
    response: savedSchema,
    answer: (call, { body }) => keepCompany(call.house, { wish: body }, call),
  }),
  steps({
    method: 'PUT',
    path: '/buyer-companies/:id',
    operationId: 'changeBuyerCompany',
    summary: 'Change a company that buys (If-Match: version)',
    permission: 'customers:write',
    own: 'any',
    params: idParams,
    body: companyBody,
    response: savedSchema,
    etag: 'version',
    answer: (call, { params, body }) =>
      keepCompany(call.house, { id: params.id, wish: body, version: call.ifMatch }, call),
  }),
  query({
    method: 'POST',
    path: '/vat-number-checks',
    operationId: 'checkVatNumber',
    summary: 'What the authority says of a VAT number: its last word while that holds, else it is asked now',
    permission: 'customers:read',
    own: 'any',
    rateLimit: { perMinute: 30 },
    body: Type.Object(
      { vatNumber: Type.String({ maxLength: 40 }), anew: Type.Optional(Type.Boolean()) },
      { additionalProperties: false },
    ),
    response: Type.Object({
      vatNumber: Type.String(),
      state: Type.String({ description: 'valid, invalid or unavailable.' }),
      checkedAt: nullable(instantSchema),
      consultation: nullable(Type.String()),
      name: nullable(Type.String({ description: 'As the register has it.' })),
      reason: nullable(Type.String({ description: 'Why there was no answer.' })),
    }),
    answer: async ({ house }, { body: { vatNumber, anew } }) => {
      const checked = await checkVatNumber(house, { typed: vatNumber, ...(anew && { anew }) })
      if (!checked.ok) return { ok: false, refusal: { ...checked.refusal, field: 'vatNumber' } }
      const { number, check } = checked.value
      return ok({
        vatNumber: number,
        state: check.state as string,
        checkedAt: check.checkedAt?.toISOString() ?? null,
        consultation: check.consultation ?? null,
        name: check.name ?? null,
        reason: check.reason ?? null,
      })
    },
  }),
]
