import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { parcelLeftJob } from './jobs/parcel-left.ts'
import { parcelShipped } from './jobs/shipped-mail.ts'
import { undoMinutes } from './queries/undo-minutes.ts'

export const fulfilment = defineDepartment({
  name: 'fulfilment',
  dependsOn: ['catalog', 'organisation', 'orders', 'inventory'],
  permissions: ['fulfilment:read', 'fulfilment:ship'],
  routes,
  jobs: [parcelLeftJob],
  subscribers: {},
  refusals: [refusals],
  settings: [undoMinutes],
  facts: { parcel: { read: 'fulfilment:read' } },
  mails: [parcelShipped],
})
