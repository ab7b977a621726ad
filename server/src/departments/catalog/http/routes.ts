import type { Route } from '../../../host/http/route.ts'
import { backOfficeRoutes } from './back-office-routes.ts'
import { bundleRoutes } from './bundle-routes.ts'
import { kindRoutes } from './kinds/kind-routes.ts'
import { brandRoutes } from './brand-routes.ts'
import { bulkRoutes } from './bulk-routes.ts'
import { categoryRoutes } from './category-routes.ts'
import { collectionRoutes } from './collection-routes.ts'
import { definitionRoutes } from './definition-routes.ts'
import { importListRoutes } from './import-routes.ts'
import { pictureRoutes } from './picture-routes.ts'
import { publicRoutes } from './public-routes.ts'
import { machineRoutes } from './machine-routes.ts'
import { translationRoutes } from './translation-routes.ts'
import { orderLimitRoutes } from './order-limit-routes.ts'
import { relatedRoutes } from './related-routes.ts'
import { showingRoutes } from './showing-routes.ts'
import { variantRoutes } from './variant-routes.ts'
import { versionRoutes } from './version-routes.ts'

export const routes: readonly Route[] = [
  ...backOfficeRoutes,
  ...pictureRoutes,
  ...bulkRoutes,
  ...bundleRoutes,
  ...kindRoutes,
  ...orderLimitRoutes,
  ...relatedRoutes,
  ...categoryRoutes,
  ...collectionRoutes,
  ...brandRoutes,
  ...definitionRoutes,
  ...importListRoutes,
  ...variantRoutes,
  ...versionRoutes,
  ...showingRoutes,
  ...translationRoutes,
  ...machineRoutes,
  ...publicRoutes,
]
