import { defineDepartment } from '../../host/department.ts'
import { taxCalendar } from './queries/tax-calendar.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'

export const tax = defineDepartment({
  name: 'tax',
  dependsOn: [],
  permissions: ['tax:read', 'tax:write'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
  calendar: [taxCalendar],
})
