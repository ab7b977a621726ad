import { allocateWhole } from '../../../kernel/allocate.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { AmendmentReason } from './amendment.ts'
import type { MinorUnits, OrderContent } from './order-content.ts'
import { takenOff } from './taken-off.ts'

/** How a balance ended: the change came about, or the order stayed as it was. */
export const BALANCE_OUTCOMES = ['paid', 'received', 'waived', 'undone', 'expired', 'order_cancelled'] as const
export type BalanceOutcome = (typeof BALANCE_OUTCOMES)[number]

/** A `change` that waits for its difference; the `rest` of a pre-ordered order, of which a part was paid when it was placed. */
export type BalanceKind = 'change' | 'rest'

/** What a paid order would come to cost more by a change that waits for it. */
export interface Balance {
  readonly id: string
  readonly orderId: string
  readonly kind: BalanceKind
  /** Of a rest: about when it was to be ready, and since when it is asked for; null while it is not there. */
  readonly readyOn: LocalDate | null
  readonly dueSince: Date | null
  readonly amount: MinorUnits
  readonly currency: string
  readonly reason: AmendmentReason
  readonly note: string | null
  readonly askedBy: string
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly hashBefore: string
  readonly hashAfter: string
  /** What the order holds then. */
  readonly after: OrderContent
  readonly endedAt: Date | null
  readonly outcome: BalanceOutcome | null
  readonly endedBy: string | null
  readonly endReason: string | null
}

/** Nothing is asked for as long as the goods of a rest are not there. */
export const isAsked = ({ kind, dueSince }: Pick<Balance, 'kind' | 'dueSince'>): boolean =>
  kind === 'change' || dueSince !== null

/** By which every waiver is known among an order's reductions. */
export const WAIVED = 'waived'

/**
 * The same change at no more than the order cost before: what it would cost more is taken off what is new or dearer, each its share, as a
 * reduction of its price with its taxes (Directive 2006/112/EC, art. 79 (b)), so that sale, documents and refunds go on adding up.
 */
export function waiveIncrease(
  before: OrderContent,
  after: OrderContent,
  { names, pricesIncludeTax }: { readonly names: Readonly<Record<string, string>>; readonly pricesIncludeTax: boolean },
): OrderContent {
  const amount = after.total - before.total
  const grown = after.lines.map((line) => {
    const was = before.lines.find(({ position }) => position === line.position)
    return Math.max(0, line.total - (was?.total ?? 0))
  })
  const ofDelivery = Math.max(0, after.delivery - before.delivery)
  const shares = allocateWhole(BigInt(amount), [...grown, ofDelivery].map(BigInt)).map(Number)
  const [lines, delivery] = [shares.slice(0, -1), shares.at(-1) ?? 0]
  return takenOff(after, { promotion: WAIVED, names, lines, delivery, pricesIncludeTax })
}
