import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export const CARD_STATES = ['active', 'spent', 'expired', 'blocked', 'cancelled'] as const
export type CardState = (typeof CARD_STATES)[number]

export const ORIGINS = ['sold', 'by_hand'] as const
export type Origin = (typeof ORIGINS)[number]

/** A card that a customer holds by their name has no code: it is store credit. */
export const CREDIT = 'credit'

export const MOVEMENT_KINDS = ['issued', 'redeemed', 'returned', 'adjusted', 'lapsed', 'cancelled'] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** What a card is worth, in whole minor units, and what stands in its way. */
export interface CardFacts {
  readonly balance: bigint
  /** Of the balance: promised to orders that are not paid yet. */
  readonly held: bigint
  /** Its last day. */
  readonly expiresOn: string | null
  readonly blocked: boolean
  readonly cancelled: boolean
}

/** As people see it, on a day of its shop. */
export function stateOf({ balance, expiresOn, blocked, cancelled }: CardFacts, today: string): CardState {
  if (cancelled) return 'cancelled'
  if (blocked) return 'blocked'
  if (balance === 0n) return 'spent'
  return isOver(expiresOn, today) ? 'expired' : 'active'
}

export const isOver = (expiresOn: string | null, today: string) => expiresOn !== null && expiresOn < today

/** What can be paid with it today. */
export function usable(card: CardFacts, today: string): bigint {
  return stateOf(card, today) === 'active' ? card.balance - card.held : 0n
}

export interface Cover<Card> {
  readonly card: Card
  readonly amount: bigint
}

/** From each card in turn what is still owed: those that end first pay first, then those with least on them. */
export function coverOf<Card extends CardFacts & { readonly id: string }>(
  cards: readonly Card[],
  owed: bigint,
  today: string,
): Cover<Card>[] {
  const inTurn = cards.toSorted(
    (a, b) =>
      (a.expiresOn ?? '9999').localeCompare(b.expiresOn ?? '9999') ||
      Number(a.balance - b.balance) ||
      a.id.localeCompare(b.id),
  )
  const cover: Cover<Card>[] = []
  let left = owed
  for (const card of inTurn) {
    const there = usable(card, today)
    const amount = there < left ? there : left
    if (amount > 0n) cover.push({ card, amount })
    left -= amount > 0n ? amount : 0n
  }
  return cover
}

export const CARD_ACTIONS = ['block', 'unblock', 'adjust', 'lapse', 'send'] as const
export type CardAction = (typeof CARD_ACTIONS)[number]

/** Why an act would be refused today; null where nothing stands against it. */
export function refusalTo(action: CardAction, card: CardFacts, today: string): Refusal | null {
  const state = stateOf(card, today)
  if (state === 'cancelled') return refusals.cancelled().refusal
  if (action === 'block') return card.blocked ? refusals.blocked().refusal : null
  if (action === 'unblock') return card.blocked ? null : refusals.not_blocked().refusal
  if (action === 'lapse') {
    if (!isOver(card.expiresOn, today)) return refusals.not_expired().refusal
    return card.balance > card.held ? null : refusals.nothing_left().refusal
  }
  if (action === 'send' && card.blocked) return refusals.blocked().refusal
  return null
}

/** By how much a balance may be changed by hand: never below what is promised to orders. */
export function decideAdjustment(card: CardFacts, by: bigint): Result<bigint> {
  if (by === 0n) return refusals.amount_wrong({ field: 'amount' })
  return card.balance + by < card.held ? refusals.below_zero({ field: 'amount' }) : ok(by)
}

/** The last day of a card that is issued today: the same day of a later month, or that month's last. Null for ever. */
export function lastDay(today: string, validMonths: number): string | null {
  if (validMonths === 0) return null
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const later = year * 12 + (month - 1) + validMonths
  const [thatYear, thatMonth] = [Math.floor(later / 12), (later % 12) + 1]
  const text = (value: number, digits: number) => String(value).padStart(digits, '0')
  return `${text(thatYear, 4)}-${text(thatMonth, 2)}-${text(Math.min(day, daysIn(thatYear, thatMonth)), 2)}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
