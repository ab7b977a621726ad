import { defineDepartment } from '../../host/department.ts'

export const work = defineDepartment({
  name: 'work',
  dependsOn: ['people'],
  permissions: ['inbox:read', 'work:read', 'work:write'],
  routes: [],
  jobs: [],
  subscribers: {},
  refusals: [],
})
