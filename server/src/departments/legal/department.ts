import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { policiesOfOrder } from './queries/sold-under.ts'
import { PUBLISH } from './use-cases/publish-policy.ts'

export const legal = defineDepartment({
  name: 'legal',
  dependsOn: ['organisation'],
  permissions: ['legal:read', 'legal:write', 'legal:publish'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
  acts: [PUBLISH],
  related: { order: [policiesOfOrder] },
})
