import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { ErrorScreen } from './frame/error-screen.tsx'
import { Guarded } from './frame/guarded.tsx'
import { NotFound } from './frame/not-found.tsx'
import { PendingScreen } from './frame/pending-screen.tsx'
import { departments } from './departments.ts'
import { withWords } from './messages/words.ts'
import { takeAnswer } from './session/oidc-answer.ts'
import { offeredProviders } from './session/oidc-queries.ts'
import { queryClient } from './query-client.ts'
import { sessionQuery } from './session/session.ts'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: ErrorScreen })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => (isOwnPath(search.next) ? { next: search.next } : {}),
  beforeLoad: async ({ search }) => {
    if (await queryClient.ensureQueryData(sessionQuery)) throw redirect({ to: search.next ?? '/', replace: true })
  },
  // With the page, so that nothing moves under a finger; without them one signs in all the same.
  loader: () => queryClient.prefetchQuery(offeredProviders),
  component: lazyRouteComponent(() => import('./session/sign-in-screen.tsx')),
})

const providerAnswer = takeAnswer()
const OidcReturn = lazy(() => import('./session/oidc-return-screen.tsx'))
const signInReturn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/return',
  component: () => (
    <Suspense fallback={<PendingScreen />}>
      <OidcReturn told={providerAnswer} />
    </Suspense>
  ),
})

const activation = createRoute({
  getParentRoute: () => root,
  path: '/activate',
  component: lazyRouteComponent(() => import('./session/activation-screen.tsx')),
})

const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  beforeLoad: async ({ location }) => {
    if (await queryClient.ensureQueryData(sessionQuery)) return
    throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href }, replace: true })
  },
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ErrorScreen,
})

const board = createRoute({
  getParentRoute: () => office,
  path: '/',
  component: lazyRouteComponent(() => import('./board/board-screen.tsx')),
})

/** Everybody's own: no permission stands before it. */
const security = createRoute({
  getParentRoute: () => office,
  path: '/security',
  errorComponent: ErrorScreen,
  component: lazyRouteComponent(() => withWords('people', () => import('../departments/people/security-screen.tsx'))),
})

const anything = createRoute({ getParentRoute: () => office, path: '$', component: NotFound })

const screens = departments.flatMap((department) =>
  department.screens.map(({ path, permission, load }) => {
    const Screen = lazy(() => withWords(department.name, load))
    return createRoute({
      getParentRoute: () => office,
      path,
      errorComponent: ErrorScreen,
      component: () => (
        <Guarded permission={permission}>
          <Suspense fallback={<PendingScreen />}>
            <Screen />
          </Suspense>
        </Guarded>
      ),
    })
  }),
)

/** Only a path of this app may be returned to after signing in: `//other.example` is not one. */
function isOwnPath(next: unknown): next is string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next)
}

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signInReturn,
    activation,
    office.addChildren([board, security, ...screens, anything]),
  ]),
  basepath: '/office',
  defaultPreload: 'intent',
  defaultPendingComponent: PendingScreen,
  defaultPendingMs: 250,
  scrollRestoration: true,
})
