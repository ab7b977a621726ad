import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const channelFeeds = defineDepartment({
  name: 'channel-feeds',
  dependsOn: ['catalog', 'pricing', 'organisation'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
