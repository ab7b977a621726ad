import { defineDepartment } from '../../host/department.ts'
import { routes } from './http/routes.ts'
import { trialTask } from './jobs/trial-task.ts'

export const tryPromotion = defineDepartment({
  name: 'try-promotion',
  dependsOn: ['organisation', 'catalog', 'tax', 'pricing', 'inventory', 'orders'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
  tasks: [trialTask],
})
