import { defineDepartment } from '../../host/department.ts'
import { keepJob } from './jobs/keep-job.ts'
import { routes } from './routes.ts'

export const keepCollectionsFlow = defineDepartment({
  name: 'keep-collections',
  dependsOn: ['organisation', 'catalog', 'pricing'],
  permissions: [],
  routes,
  jobs: [keepJob],
  subscribers: {},
  refusals: [],
})
