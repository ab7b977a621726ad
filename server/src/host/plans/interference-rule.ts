import type { Database } from '../database/pool.ts'
import type { KeptPlan, Plan } from './plan.ts'

/**
 * A department's word on other people's plans: which of them cannot both go well. Called whenever a plan is written, before it is
 * saved, and again by the daily look at all that is to come; so it reads, and writes nothing.
 */
export interface InterferenceRule {
  /** Snake case. Its words stand under `<department>.interference.<name>.sentence` and `.remedy`. */
  readonly name: string
  /** Kinds of plans that it has something to say about. */
  readonly looksAt: readonly string[]
  readonly check: (reader: Pick<Database, 'rows'>, looked: Looked) => Promise<readonly FoundCollision[]>
}

export interface NamedInterferenceRule extends InterferenceRule {
  readonly department: string
}

export interface Looked {
  readonly plan: Plan
  /** Plans of any kind that are in force at some moment of the same time, whatever they are about. */
  readonly others: readonly KeptPlan[]
  readonly now: Date
}

/** `stop` wants a reason from somebody who may override; `warn` is only said. */
export type Severity = 'warn' | 'stop'

export interface FoundCollision {
  readonly severity: Severity
  /** The plan that it collides with, whose owner is told. */
  readonly other?: KeptPlan
  /** Where what it collides with is looked at, below the back office; of another plan its own page. */
  readonly path?: string
  /** What the blanks of sentence and remedy say; instants as RFC 3339 under names that end in `At`, days under `On`. */
  readonly params: Readonly<Record<string, string | number>>
  /** Tells two collisions of one rule with no other plan apart. */
  readonly about?: string
}
