import type { Route } from '../../../host/http/route.ts'
import { apiKeyRoutes } from './api-key-routes.ts'
import { arrangementRoutes } from './arrangement-routes.ts'
import { oidcRoutes } from './oidc-routes.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { roleRoutes } from './role-routes.ts'
import { scimRoutes } from './scim-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { staffRoutes } from './staff-routes.ts'
import { totpRoutes } from './totp-routes.ts'
import { unitRoutes } from './unit-routes.ts'

export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...totpRoutes,
  ...passkeyRoutes,
  ...oidcRoutes,
  ...scimRoutes,
  ...apiKeyRoutes,
  ...arrangementRoutes,
  ...staffRoutes,
  ...roleRoutes,
  ...unitRoutes,
]
