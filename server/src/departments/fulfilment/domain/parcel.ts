import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export const PARCEL_STATES = ['packed', 'shipped', 'delivered', 'lost', 'returned', 'taken_back'] as const
export type ParcelState = (typeof PARCEL_STATES)[number]

export const PARCEL_ACTS = ['ship', 'deliver', 'lose', 'return', 'take_back'] as const
export type ParcelAct = (typeof PARCEL_ACTS)[number]

/** State x act -> next state; what is not here is refused. What is lost may turn up. */
const transitions: Readonly<Record<ParcelState, Partial<Record<ParcelAct, ParcelState>>>> = {
  packed: { ship: 'shipped', take_back: 'taken_back' },
  shipped: { deliver: 'delivered', lose: 'lost', return: 'returned', take_back: 'taken_back' },
  lost: { deliver: 'delivered', return: 'returned' },
  delivered: {},
  returned: {},
  taken_back: {},
}

/** Why somebody did it is asked where the buyer was told otherwise before. */
const EXPLAINED: readonly ParcelAct[] = ['lose', 'return', 'take_back']

export interface ParcelToMove {
  readonly state: ParcelState
  /** Until then it may be taken back as if it had never been shipped: nobody was told of it. */
  readonly leavesAt: Date | null
  readonly leftAt: Date | null
}

export interface Moment {
  readonly now: Date
  readonly today: string
}

export interface ParcelMove {
  readonly act: ParcelAct
  readonly note?: string | undefined
  /** The day of delivery, in the seller's zone; today unless told. */
  readonly on?: string | undefined
}

export function mayMove({ state, leavesAt, leftAt }: ParcelToMove, act: ParcelAct, now: Date): Result<ParcelState> {
  const next = transitions[state][act]
  if (next === undefined) return refusals.not_possible({ params: { state } })
  const hasLeft = leftAt !== null || (leavesAt !== null && leavesAt <= now)
  if (act === 'take_back' && state === 'shipped' && hasLeft) return refusals.left_already()
  return ok(next)
}

export function decideMove(
  parcel: ParcelToMove & { readonly shippedOn: string | null },
  { act, note = '', on }: ParcelMove,
  { now, today }: Moment,
): Result<{ readonly state: ParcelState; readonly deliveredOn: string | null }> {
  const next = mayMove(parcel, act, now)
  if (!next.ok) return next
  if (EXPLAINED.includes(act) && note.trim() === '') return refusals.note_missing({ field: 'note' })
  if (act !== 'deliver') return ok({ state: next.value, deliveredOn: null })
  const day = on ?? today
  if (day > today || (parcel.shippedOn !== null && day < parcel.shippedOn))
    return refusals.delivered_on_wrong({ field: 'on' })
  return ok({ state: next.value, deliveredOn: day })
}

/** What each act would be answered now. */
export function refusalsOfMoves(parcel: ParcelToMove, now: Date): { act: ParcelAct; refusal: Refusal | null }[] {
  return PARCEL_ACTS.map((act) => {
    const decided = mayMove(parcel, act, now)
    return { act, refusal: decided.ok ? null : decided.refusal }
  })
}

/** What a carrier's letters and digits are compared by. */
export function trackingKey(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}
