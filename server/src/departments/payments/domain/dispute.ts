import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export const DISPUTE_STATES = ['needs_response', 'under_review', 'won', 'lost', 'closed'] as const
/** `closed`: the bank only asked, and leaves it at that. */
export type DisputeState = (typeof DISPUTE_STATES)[number]

export const DISPUTE_REASONS = [
  ...(['fraudulent', 'unrecognized', 'duplicate', 'product_not_received', 'product_unacceptable'] as const),
  ...(['credit_not_processed', 'subscription_canceled', 'debit_not_authorized', 'other'] as const),
] as const
/** Why the shopper disputes it, as the bank tells. */
export type DisputeReason = (typeof DISPUTE_REASONS)[number]

export interface DisputeMovement {
  readonly ref: string
  /** As the provider's balance has it: taken < 0, given back > 0. */
  readonly amount: bigint
  /** What the provider keeps for its trouble; < 0 where it gives that back. */
  readonly fee: bigint
  readonly currency: string
  readonly at: Date
}

/** A dispute as the provider knows it now. Amounts in whole ISO minor units. */
export interface ProviderDispute {
  readonly id: string
  readonly paymentId: string
  /** Ours of the payment; null where it is somebody else's on the same account. */
  readonly reference: string | null
  readonly inquiry: boolean
  readonly reason: DisputeReason
  readonly state: DisputeState
  readonly amount: bigint
  readonly currency: string
  readonly dueAt: Date | null
  /** Somebody sent evidence already, here or at the provider's own desk. */
  readonly answered: boolean
  readonly movements: readonly DisputeMovement[]
  readonly openedAt: Date
}

/** A dispute as it is held under lock of its payment. */
export interface Dispute {
  readonly id: string
  readonly inquiry: boolean
  readonly state: DisputeState
  readonly amount: bigint
  readonly reason: string
  readonly dueAt: Date | null
  readonly withdrawn: bigint
  readonly writtenOff: bigint
  readonly fee: bigint
  /** In which the bank's movements are counted. */
  readonly heldCurrency: string
  readonly todoId: string | null
  /** For which stage somebody was asked to answer. */
  readonly askedFor: 'inquiry' | 'dispute' | null
  readonly ownerId: string | null
  /** An answer that is sent, or on its way. */
  readonly answered: boolean
  readonly knownRefs: ReadonlySet<string>
}

export const isOpen = (state: DisputeState): boolean => state === 'needs_response' || state === 'under_review'

export interface LearntDispute {
  readonly inquiry: boolean
  readonly state: DisputeState
  readonly amount: bigint
  readonly dueAt: Date | null
  readonly movements: readonly DisputeMovement[]
  readonly withdrawn: bigint
  readonly fee: bigint
  /** What is to be written off more than was; < 0 where a loss is taken back. */
  readonly writeOff: bigint
  readonly changed: boolean
}

/** How far a dispute has come: the bank asks, then takes the money, then decides. It never goes back. */
function stageOf({ inquiry, state }: Pick<ProviderDispute, 'inquiry' | 'state'>): number {
  if (state === 'won' || state === 'lost') return 5
  if (inquiry) return state === 'closed' ? 2 : state === 'under_review' ? 1 : 0
  return state === 'under_review' ? 4 : state === 'closed' ? 5 : 3
}

const NEW: Pick<Dispute, 'withdrawn' | 'writtenOff' | 'fee'> & { readonly knownRefs: ReadonlySet<string> } = {
  withdrawn: 0n,
  writtenOff: 0n,
  fee: 0n,
  knownRefs: new Set(),
}

/**
 * What the provider knows and we do not. An answer that was overtaken by a newer one changes nothing, in whatever order webhooks and the
 * reconciler come: money is known by its reference, and a state that lies further back is not taken.
 */
export function learnDispute(known: Dispute | undefined, truth: ProviderDispute): LearntDispute {
  const { withdrawn, writtenOff, fee, knownRefs } = known ?? NEW
  const movements = truth.movements.filter(({ ref }) => !knownRefs.has(ref))
  const isOlder = known !== undefined && stageOf(truth) < stageOf(known)
  const told = isOlder ? known : truth
  const taken = movements.reduce((sum, { amount }) => sum - amount, withdrawn)
  const lost = told.state === 'lost' ? taken : 0n
  const differs = (['inquiry', 'state', 'amount'] as const).some((field) => known?.[field] !== told[field])
  return {
    inquiry: told.inquiry,
    state: told.state,
    amount: told.amount,
    dueAt: isOpen(told.state) ? told.dueAt : null,
    movements,
    withdrawn: taken,
    fee: movements.reduce((sum, movement) => sum + movement.fee, fee),
    writeOff: lost - writtenOff,
    changed: differs || movements.length > 0 || lost !== writtenOff || known?.dueAt?.getTime() !== dueTime(told),
  }
}

const dueTime = ({ state, dueAt }: Pick<ProviderDispute, 'state' | 'dueAt'>) =>
  isOpen(state) ? dueAt?.getTime() : undefined

/** Why the shop can say nothing more; null where it can. */
export function refusalToAnswer(dispute: Pick<Dispute, 'state' | 'answered' | 'dueAt'>, now: Date): Refusal | null {
  if (!isOpen(dispute.state)) return refusals.dispute_ended().refusal
  if (dispute.answered || dispute.state === 'under_review') return refusals.dispute_answered().refusal
  if (dispute.dueAt !== null && dispute.dueAt <= now) return refusals.dispute_too_late().refusal
  return null
}

export function decideAnswer(dispute: Dispute, now: Date, evidence: { readonly empty: boolean } | null): Result<void> {
  const refusal = refusalToAnswer(dispute, now)
  if (refusal) return { ok: false, refusal }
  return evidence?.empty ? refusals.evidence_empty({ field: 'texts' }) : ok()
}
