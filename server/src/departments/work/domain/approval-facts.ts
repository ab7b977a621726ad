import type { Money } from '../../../kernel/money.ts'
import type { Percent } from '../../../kernel/rate.ts'

/** What commands say about an act, in the form in which the host hands it over (host/guard/act.ts). */
export type FactValue =
  | { readonly kind: 'money'; readonly money: Money }
  | { readonly kind: 'percent'; readonly percent: Percent | 'beyond' }
  | { readonly kind: 'count'; readonly count: bigint }
  | { readonly kind: 'choice' | 'market'; readonly values: readonly string[] | '*' }

export type Facts = Readonly<Record<string, FactValue>>

/** What a department declares that can be looked at: fact -> its kind. */
export type FactKinds = Readonly<Record<string, FactValue['kind']>>
