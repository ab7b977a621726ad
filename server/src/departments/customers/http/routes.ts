import { Type } from 'typebox'
import { pageOf, pageQuery } from '../../../host/http/pagination.ts'
import { query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { getCustomer, listCustomers } from '../queries/list-customers.ts'
import { accountRoutes } from './account-routes.ts'
import { customerSchema, customerWithAddressesSchema } from './schemas.ts'

export const routes: readonly Route[] = [
  ...accountRoutes,
  query({
    method: 'GET',
    path: '/customers',
    operationId: 'listCustomers',
    summary: 'Customers, the newest first; found by part of a name or an e-mail address',
    permission: 'customers:read',
    own: 'any',
    query: Type.Object({ ...pageQuery, search: Type.Optional(Type.String({ maxLength: 100 })) }),
    response: pageOf(customerSchema),
    answer: ({ house }, { query: { after, limit, search } }) =>
      listCustomers(house.database, { after, limit: limit ?? 50, search: search?.trim() }),
  }),
  query({
    method: 'GET',
    path: '/customers/:id',
    operationId: 'getCustomer',
    summary: 'A customer with their addresses',
    permission: 'customers:read',
    own: 'any',
    params: idParams,
    response: customerWithAddressesSchema,
    etag: 'version',
    answer: ({ house }, { params }) => getCustomer(house.database, params.id),
  }),
]
