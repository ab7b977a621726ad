import { attachmentRoutes } from '../host/attachments/routes.ts'
import type { Department } from '../host/department.ts'
import type { Route } from '../host/http/route.ts'
import { presenceRoutes } from '../host/presence/routes.ts'
import type { NamedRecordType } from '../host/records/record-type.ts'
import { relatedRoute, relatedTo } from '../host/records/related-routes.ts'
import { timelineRoute } from '../host/records/timeline-routes.ts'
import { hostSettings } from '../host/settings/host-settings.ts'
import { settingRoutes } from '../host/settings/routes.ts'
import { taskRoutes } from '../host/tasks/routes.ts'

export interface RouteSection {
  readonly name: string
  readonly routes: readonly Route[]
}

/** The routes of the host's own mechanisms, made from what the departments declare of their records and settings. */
export function hostSections(manifests: readonly Department[]): RouteSection[] {
  const records = recordTypesOf(manifests)
  return [
    { name: 'tasks', routes: taskRoutes },
    {
      name: 'records',
      routes: records.flatMap((record) => [
        ...attachmentRoutes(record),
        ...presenceRoutes(record),
        timelineRoute(record),
        relatedRoute(record, relatedTo(record.type, manifests)),
      ]),
    },
    {
      name: 'settings',
      routes: settingRoutes([...manifests.flatMap(({ settings = [] }) => settings), ...hostSettings]),
    },
  ]
}

function recordTypesOf(manifests: readonly Department[]): NamedRecordType[] {
  return manifests.flatMap(({ recordTypes = {} }) =>
    Object.entries(recordTypes).map(([type, record]) => ({ type, ...record })),
  )
}
