import { defineDepartment } from '../../host/department.ts'
import { countTogetherJob, noteBoughtJob } from './bought-together.ts'

export const boughtTogetherFlow = defineDepartment({
  name: 'bought-together',
  dependsOn: ['catalog', 'orders', 'payments'],
  permissions: [],
  routes: [],
  jobs: [noteBoughtJob, countTogetherJob],
  subscribers: {
    'order.paid.v1': ['note-bought-together'],
    'order.cancelled.v1': ['note-bought-together'],
    'order.amended.v1': ['note-bought-together'],
    'payment.refunded.v1': ['note-bought-together'],
  },
  refusals: [],
})
