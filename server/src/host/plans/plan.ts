import type { TimeSpan } from '../../kernel/time-span.ts'

/** What somebody intends, as far as other departments must know it to say whether it collides with theirs. */
export interface Plan extends TimeSpan {
  /** Undefined while it has never been saved. */
  readonly id: string | undefined
  readonly kind: string
  readonly title: string
  readonly allDay: boolean
  /** IANA name; days begin and end by its clocks. */
  readonly zone: string
  /** Codes; none means every one of them. So with goods by their ids, where neither they nor groups of them are named. */
  readonly markets: readonly string[]
  readonly locations: readonly string[]
  readonly goods: readonly string[]
  readonly groups: readonly string[]
  readonly ownerId: string
  readonly unitId: string | null
}

/** One that has been saved. */
export type KeptPlan = Plan & { readonly id: string }
