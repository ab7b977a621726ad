import type { Money } from '../../kernel/money.ts'
import type { Percent } from '../../kernel/rate.ts'
import type { Permission } from '../http/route.ts'

/** What of an act a rule can be about. `market` is a choice among the organisation's markets. */
export const FACT_KINDS = ['money', 'percent', 'count', 'choice', 'market'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/**
 * Something that a department does and that somebody may want to be asked about first. Declared in the manifest; words stand
 * under `<department>.acts.<name>.title`, `.summary` (with the facts as blanks) and `.facts.<fact>`, choices under
 * `.values.<fact>.<value>`.
 */
export interface GuardedAct {
  /** `department.name`, snake case: `payments.refund`. */
  readonly act: string
  /** Whoever has it can do the act, so knows what it is. */
  readonly permission: Exclude<Permission, 'public'>
  readonly facts: Readonly<Record<string, FactKind>>
  /** Fact -> its values, for choices. */
  readonly choices?: Readonly<Record<string, readonly string[]>>
}

/** All there are: a product that goes into the shop goes into every market. It meets every condition on a choice. */
export const ALL = '*'

/** A change from nothing to something has no percentage: it is above every one. */
export const BEYOND = 'beyond'

export type FactValue =
  | { readonly kind: 'money'; readonly money: Money }
  | { readonly kind: 'percent'; readonly percent: Percent | typeof BEYOND }
  | { readonly kind: 'count'; readonly count: bigint }
  | { readonly kind: 'choice' | 'market'; readonly values: readonly string[] | typeof ALL }

export type Facts = Readonly<Record<string, FactValue>>

export const moneyFact = (money: Money): FactValue => ({ kind: 'money', money })
export const countFact = (count: bigint | number): FactValue => ({ kind: 'count', count: BigInt(count) })
export const choiceFact = (...values: readonly string[]): FactValue => ({ kind: 'choice', values })
export const marketFact = (values: readonly string[] | typeof ALL): FactValue => ({ kind: 'market', values })
export const percentFact = (percent: Percent | typeof BEYOND): FactValue => ({ kind: 'percent', percent })
