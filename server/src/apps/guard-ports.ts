import { approvalDesk, approvalGuard, blackoutGuard } from '../departments/work/index.ts'
import type { Ports } from '../host/context.ts'
import { changeSettingAct } from '../host/settings/change-setting-act.ts'
import { hostSettings } from '../host/settings/host-settings.ts'
import type { Blueprint } from './house.ts'

/** Who may want to be asked first, where requests wait, what windows of time refuse, and what can be run once others agreed: the department `work`. */
export function guardPorts({ rooms, routes }: Pick<Blueprint, 'rooms' | 'routes'>): Ports {
  const manifests = rooms.map(({ manifest }) => manifest)
  const settings = manifests.flatMap(({ settings: own = [] }) => own)
  return {
    guards: [blackoutGuard, approvalGuard],
    approvals: approvalDesk,
    acts: [changeSettingAct([...hostSettings, ...settings]), ...manifests.flatMap(({ acts = [] }) => acts)],
    approvable: {
      routes: new Map(routes.map((route) => [route.operationId, route])),
      tasks: new Map(manifests.flatMap(({ tasks = [] }) => tasks).map((task) => [task.kind, task])),
    },
  }
}
