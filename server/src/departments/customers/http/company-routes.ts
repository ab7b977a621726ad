import { Type, type Static } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { dateSchema, idParams, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { companiesList } from '../queries/companies-list.ts'
import { getCompany, listExemptions } from '../queries/get-company.ts'
import { decideOnExemption, proposeExemption, type ExemptionOf } from '../use-cases/exemptions.ts'
import { addBuyers, removeBuyer } from '../use-cases/save-company.ts'

const closed = { additionalProperties: false }

const summarySchema = Type.Object({
  id: idSchema,
  legalName: Type.String(),
  country: Type.String(),
  vatNumber: nullable(Type.String()),
  buyers: Type.Integer(),
  createdAt: instantSchema,
})

const companySchema = Type.Object({
  id: idSchema,
  legalName: Type.String(),
  country: Type.String(),
  vatNumber: nullable(Type.String()),
  taxCode: nullable(Type.String()),
  street: Type.String(),
  postcode: Type.String(),
  city: Type.String(),
  region: Type.String(),
  version: Type.Integer(),
  buyers: Type.Array(Type.Object({ id: idSchema, name: Type.String(), email: Type.String() })),
})

const exemptionFields = {
  kind: Type.Enum(['resale', 'diplomatic', 'public_body', 'charity', 'other']),
  number: Type.String({ minLength: 1, maxLength: 80 }),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  region: nullable(Type.String({ maxLength: 80, description: 'Null: all of the country.' })),
  validFrom: dateSchema,
  validTo: nullable(dateSchema),
}
const exemptionBody = Type.Object(exemptionFields, closed)
const exemptionsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      id: idSchema,
      ...exemptionFields,
      kind: Type.String(),
      state: Type.String({ description: 'proposed, approved or withdrawn; only an approved one frees of tax.' }),
    }),
  ),
})

function exemptionRoutes(owner: 'customer' | 'company', path: string, of: (id: string) => ExemptionOf): Route[] {
  const name = owner === 'customer' ? 'Customer' : 'Company'
  return [
    query({
      method: 'GET',
      path: `${path}/:id/exemptions`,
      operationId: `list${name}Exemptions`,
      summary: `Certificates by which a ${owner} owes no tax, the newest first`,
      permission: 'customers:read',
      own: 'any',
      params: idParams,
      response: exemptionsSchema,
      answer: async ({ house }, { params }) => ok({ items: await listExemptions(house.database, of(params.id)) }),
    }),
    command({
      method: 'POST',
      path: `${path}/:id/exemptions`,
      operationId: `propose${name}Exemption`,
      summary: `Keep a certificate that a ${owner} showed; it frees of nothing until it is approved`,
      permission: 'customers:write',
      own: 'any',
      idempotent: true,
      status: 201,
      params: idParams,
      body: exemptionBody,
      response: Type.Object({ id: idSchema }),
      command: (ctx, { params, body }) =>
        proposeExemption(ctx, { of: of(params.id), wish: body as Static<typeof exemptionBody> }),
    }),
  ]
}

/** Companies that buy, who buys for them, and certificates of exemption. */
export const companyRoutes: readonly Route[] = [
  ...listRoutes(companiesList, {
    path: '/buyer-companies',
    permission: 'customers:read',
    summary: 'Companies that buy, the newest first',
    item: summarySchema,
  }),
  query({
    method: 'GET',
    path: '/buyer-companies/:id',
    operationId: 'getBuyerCompany',
    summary: 'A company with those who buy for it',
    permission: 'customers:read',
    own: 'any',
    params: idParams,
    response: companySchema,
    etag: 'version',
    answer: ({ house }, { params }) => getCompany(house.database, params.id),
  }),
  command({
    method: 'POST',
    path: '/buyer-companies/:id/buyers',
    operationId: 'addCompanyBuyers',
    summary: 'Let customers buy for a company, by their e-mail addresses as they were pasted',
    permission: 'customers:write',
    own: 'any',
    params: idParams,
    body: Type.Object({ emails: Type.String({ minLength: 1, maxLength: 100_000 }) }, closed),
    response: Type.Object({ added: Type.Integer(), already: Type.Integer(), unknown: Type.Array(Type.String()) }),
    command: async (ctx, { params, body }) => {
      const added = await addBuyers(ctx, { id: params.id, emails: body.emails })
      return added.ok ? ok({ ...added.value, unknown: [...added.value.unknown] }) : added
    },
  }),
  command({
    method: 'DELETE',
    path: '/buyer-companies/:id/buyers/:customerId',
    operationId: 'removeCompanyBuyer',
    summary: 'Let a customer buy for the company no more',
    permission: 'customers:write',
    own: 'any',
    params: Type.Object({ id: idSchema, customerId: idSchema }),
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => removeBuyer(ctx, params),
  }),
  ...exemptionRoutes('customer', '/customers', (id) => ({ customerId: id })),
  ...exemptionRoutes('company', '/buyer-companies', (id) => ({ companyId: id })),
  command({
    method: 'PUT',
    path: '/exemptions/:id/approval',
    operationId: 'approveExemption',
    summary: 'Approve a certificate: it holds from its first to its last day',
    permission: 'tax:write',
    own: 'any',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => decideOnExemption(ctx, { id: params.id, to: 'approved' }),
  }),
  command({
    method: 'PUT',
    path: '/exemptions/:id/withdrawal',
    operationId: 'withdrawExemption',
    summary: 'Withdraw a certificate: it holds no more',
    permission: 'tax:write',
    own: 'any',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => decideOnExemption(ctx, { id: params.id, to: 'withdrawn' }),
  }),
]
