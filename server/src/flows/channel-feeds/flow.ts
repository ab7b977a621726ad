import { defineDepartment } from '../../host/department.ts'
import { buildFeedsJob } from './jobs/build-feeds.ts'
import { routes } from './routes.ts'

export const channelFeeds = defineDepartment({
  name: 'channel-feeds',
  dependsOn: ['catalog', 'inventory', 'pricing', 'organisation', 'legal'],
  permissions: [],
  routes,
  jobs: [buildFeedsJob],
  subscribers: {},
  refusals: [],
})
