import type { Department } from '../host/department.ts'
import type { Route } from '../host/http/route.ts'
import { taskRoutes } from '../host/tasks/routes.ts'

export interface RouteSection {
  readonly name: string
  readonly routes: readonly Route[]
}

/** The routes of the host's own mechanisms, made from what the departments declare of their records and settings. */
export function hostSections(_manifests: readonly Department[]): RouteSection[] {
  return [{ name: 'tasks', routes: taskRoutes }]
}
