import type { Department } from '../department.ts'
import type { NamedCalendarSource } from './calendar-source.ts'
import type { NamedInterferenceRule } from './interference-rule.ts'

/** All that the departments say about plans, gathered from their manifests. */
export interface PlansPort {
  readonly sources: readonly NamedCalendarSource[]
  readonly rules: readonly NamedInterferenceRule[]
}

export function gatherPlans(manifests: readonly Department[]): PlansPort {
  return {
    sources: manifests.flatMap(({ name, calendar = [] }) => calendar.map((one) => ({ ...one, department: name }))),
    rules: manifests.flatMap(({ name, interference = [] }) =>
      interference.map((one) => ({ ...one, department: name })),
    ),
  }
}

declare module '../context.ts' {
  interface Ports {
    readonly plans?: PlansPort
  }
}
