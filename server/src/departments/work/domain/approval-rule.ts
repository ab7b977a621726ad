import { ok, type Result } from '../../../kernel/result.ts'
import { flawOf, isAmong, isMet, type Condition } from './approval-condition.ts'
import type { Facts, FactKinds } from './approval-facts.ts'
import { approvalRefusals as refusals } from './approval-refusals.ts'

/** What somebody wants a rule to be. */
export interface RuleDraft {
  readonly act: string
  readonly condition: Condition
  /** Null: in every market. */
  readonly markets: readonly string[] | null
  /** Holders of any of these may approve. */
  readonly roles: readonly string[]
  readonly approvals: number
  readonly activeFrom: Date | null
  readonly activeTo: Date | null
  readonly note: string
}

export interface Rule extends RuleDraft {
  readonly id: string
  readonly version: number
}

/** Acts as their departments declare them. */
export interface KnownAct {
  readonly act: string
  readonly facts: FactKinds
}

/**
 * A rule speaks of acts, never of people: there is no way to write oneself out of it. Refuses what could never be asked, and a
 * role that nobody could hold.
 */
export function judgeRule(
  draft: RuleDraft,
  known: { readonly acts: readonly KnownAct[]; readonly roles: readonly string[] },
): Result<RuleDraft> {
  const act = known.acts.find((one) => one.act === draft.act)
  if (!act) return refusals.rule_act_unknown({ field: 'act', params: { act: draft.act } })
  const field = flawOf(draft.condition, act.facts)
  if (field !== undefined) return refusals.rule_condition_unfit({ field })
  const hasMarket = Object.values(act.facts).includes('market')
  if (draft.markets !== null && !hasMarket) return refusals.rule_condition_unfit({ field: 'markets' })
  const unknown = draft.roles.find((role) => !known.roles.includes(role))
  if (unknown !== undefined) return refusals.rule_role_unknown({ field: 'roles', params: { role: unknown } })
  if (draft.activeFrom && draft.activeTo && draft.activeTo <= draft.activeFrom) {
    return refusals.rule_never_active({ field: 'activeTo' })
  }
  return ok({ ...draft, note: draft.note.trim(), roles: [...new Set(draft.roles)] })
}

/** Whether a rule in force holds an act with these facts. */
export function holds(rule: Rule, facts: Facts): boolean {
  const market = Object.values(facts).find((fact) => fact.kind === 'market')
  return (rule.markets === null || isAmong(rule.markets, market)) && isMet(rule.condition, facts)
}
