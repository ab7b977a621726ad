import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { exportsUntaxed, usesOss } from './queries/seller-settings.ts'
import { taxCalendar } from './queries/tax-calendar.ts'

export const tax = defineDepartment({
  name: 'tax',
  dependsOn: ['organisation', 'pricing'],
  permissions: ['tax:read', 'tax:write'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
  settings: [usesOss, exportsUntaxed],
  calendar: [taxCalendar],
})
