import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { askViesAgain } from './jobs/ask-vies-again.ts'
import { vatCheckDays, viesAddress } from './queries/vat-settings.ts'
import { exportsUntaxed, usesOss } from './queries/seller-settings.ts'
import { taxCalendar } from './queries/tax-calendar.ts'

export const tax = defineDepartment({
  name: 'tax',
  dependsOn: ['organisation', 'pricing'],
  permissions: ['tax:read', 'tax:write'],
  routes,
  jobs: [askViesAgain],
  subscribers: {},
  refusals: [refusals],
  settings: [usesOss, exportsUntaxed, vatCheckDays, viesAddress],
  calendar: [taxCalendar],
})
