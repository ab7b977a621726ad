import { defineDepartment } from '../../host/department.ts'

export const work = defineDepartment({
  name: 'work',
  dependsOn: ['people'],
  permissions: [],
  routes: [],
  jobs: [],
  subscribers: {},
  refusals: [],
})
