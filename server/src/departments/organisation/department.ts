import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { mailFrame } from './queries/mail-frame.ts'
import { announcement, shopName } from './queries/shop-settings.ts'

export const organisation = defineDepartment({
  name: 'organisation',
  dependsOn: [],
  permissions: ['organisation:read', 'organisation:write'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
  settings: [shopName, announcement],
  mailFrame,
})
