import type { DomainEvent } from './outbox/emit.ts'
import type { JobDefinition } from './outbox/worker.ts'
import type { Route } from './http/route.ts'

/** What a department declares of itself; apps put the house together from these and from nothing else. */
export interface Department {
  readonly name: string
  /** Departments whose index.ts this one may call. The graph has no cycle. */
  readonly dependsOn: readonly string[]
  /** Every action that a role may be granted, as `department:action`. */
  readonly permissions: readonly string[]
  readonly routes: readonly Route[]
  readonly jobs: readonly JobDefinition[]
  /** Event name -> kinds of own job that it wakes. */
  readonly subscribers: Readonly<Record<string, readonly string[]>>
  /** Catalogues of refusals, for docs/errors.md and its test. */
  readonly refusals: readonly object[]
}

export function defineDepartment(department: Department): Department {
  return Object.freeze(department)
}

export type { DomainEvent }
