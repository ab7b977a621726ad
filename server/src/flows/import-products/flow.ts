import { defineDepartment } from '../../host/department.ts'
import { fetchPicturesJob } from './jobs/fetch-pictures.ts'
import { routes } from './http/routes.ts'
import { runTask, trialTask, undoTask } from './jobs/centre-tasks.ts'
import { refusals } from './refusals.ts'

export const importProducts = defineDepartment({
  name: 'import-products',
  dependsOn: ['organisation', 'catalog', 'pricing', 'inventory'],
  permissions: [],
  routes,
  jobs: [fetchPicturesJob],
  subscribers: {},
  refusals: [refusals],
  tasks: [trialTask, runTask, undoTask],
})
