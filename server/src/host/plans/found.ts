import type { FoundCollision, NamedInterferenceRule } from './interference-rule.ts'

/** Found now, by whose rule. */
export interface FoundByRule extends FoundCollision {
  readonly rule: NamedInterferenceRule
}

/** A collision as it is kept, with what its owners said to it. */
export interface KeptCollision {
  readonly id: string
  readonly rule: string
  readonly plan_id: string
  readonly other_id: string | null
  readonly severity: 'warn' | 'stop'
  readonly path: string | null
  readonly params: Record<string, string | number>
  readonly found_at: Date
  readonly owner_id: string
  readonly other_owner_id: string | null
  readonly answers: readonly { readonly staffId: string; readonly word: string; readonly at: string }[]
}
