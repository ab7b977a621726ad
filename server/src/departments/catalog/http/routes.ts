import type { Route } from '../../../host/http/route.ts'
import { backOfficeRoutes } from './back-office-routes.ts'
import { bulkRoutes } from './bulk-routes.ts'
import { definitionRoutes } from './definition-routes.ts'
import { pictureRoutes } from './picture-routes.ts'
import { publicRoutes } from './public-routes.ts'
import { variantRoutes } from './variant-routes.ts'
import { versionRoutes } from './version-routes.ts'

export const routes: readonly Route[] = [
  ...backOfficeRoutes,
  ...pictureRoutes,
  ...bulkRoutes,
  ...definitionRoutes,
  ...variantRoutes,
  ...versionRoutes,
  ...publicRoutes,
]
