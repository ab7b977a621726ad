import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { reckonPoints } from './jobs/reckon-points.ts'
import { pointsEndMail, tendPoints } from './jobs/tend-points.ts'
import { reminderDays } from './queries/reminder-days.ts'
import { ADJUST } from './use-cases/grant-points.ts'

export const loyalty = defineDepartment({
  name: 'loyalty',
  dependsOn: ['organisation', 'catalog', 'customers', 'orders', 'payments', 'fulfilment', 'ledger', 'gift-cards'],
  permissions: ['loyalty:read', 'loyalty:write', 'loyalty:grant'],
  routes,
  jobs: [reckonPoints, tendPoints],
  mails: [pointsEndMail],
  settings: [reminderDays],
  subscribers: {
    'order.paid.v1': ['reckon-points'],
    'order.amended.v1': ['reckon-points'],
    'order.cancelled.v1': ['reckon-points'],
    'payment.refunded.v1': ['reckon-points'],
    'payment.refund_failed.v1': ['reckon-points'],
    'parcel.left.v1': ['reckon-points'],
    'parcel.delivered.v1': ['reckon-points'],
    'parcel.lost.v1': ['reckon-points'],
    'parcel.returned.v1': ['reckon-points'],
  },
  refusals: [refusals],
  acts: [ADJUST],
  facts: { points: { read: 'loyalty:read', anywhere: true } },
})
