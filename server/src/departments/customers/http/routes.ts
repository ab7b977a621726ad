import { query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { customersList } from '../queries/customers-list.ts'
import { getCustomer } from '../queries/list-customers.ts'
import { accountRoutes } from './account-routes.ts'
import { companyRoutes } from './company-routes.ts'
import { consentRoutes } from './consent-routes.ts'
import { groupRoutes } from './group-routes.ts'
import { purposeRoutes } from './purpose-routes.ts'
import { customerSchema, customerWithAddressesSchema } from './schemas.ts'

export const routes: readonly Route[] = [
  ...accountRoutes,
  ...groupRoutes,
  ...companyRoutes,
  ...purposeRoutes,
  ...consentRoutes,
  ...listRoutes(customersList, {
    path: '/customers',
    permission: 'customers:read',
    summary: 'Customers, the newest first; found by part of a name or an e-mail address',
    item: customerSchema,
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
