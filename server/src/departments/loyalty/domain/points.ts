import { addDays, type LocalDate } from '../../../kernel/time.ts'

export const MOVEMENT_KINDS = [
  'pending',
  'earned',
  'reversed',
  'restored',
  'converted',
  'expired',
  'granted',
  'taken',
] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** Points that were earned or given together. */
export interface Lot {
  readonly id: string
  readonly orderId: string | null
  readonly remaining: bigint
  /** Whole minor units for each point. */
  readonly pointWorth: bigint
  readonly redemptionPpm: number
  /** What stands for them in the ledger, in whole minor units. */
  readonly booked: bigint
  readonly expiresOn: LocalDate | null
}

const MILLION = 1_000_000n

/** What the shop owes for points in its books: their worth, as far as it expects them to be used; half a unit is one. */
export function liabilityOf(points: bigint, { pointWorth, redemptionPpm }: Pick<Lot, 'pointWorth' | 'redemptionPpm'>) {
  return (points * pointWorth * BigInt(redemptionPpm) * 2n + MILLION) / (MILLION * 2n)
}

export interface Taken {
  readonly lot: Lot
  readonly points: bigint
  /** What they are worth as store credit. */
  readonly worth: bigint
  /** By how much less is owed in the ledger. */
  readonly booked: bigint
}

export interface Taking {
  readonly taken: readonly Taken[]
  /** For which there were no points left. */
  readonly missing: bigint
}

/**
 * Points are taken from what ends first; of an order that came back, from its own first. What of a lot is owed afterwards is reckoned from
 * what is left of it, so that parts taken one after the other come to the whole.
 */
export function takeFrom(
  lots: readonly Lot[],
  points: bigint,
  { first = null }: { readonly first?: string | null } = {},
): Taking {
  const isOwn = ({ orderId }: Lot) => (first !== null && orderId === first ? 0 : 1)
  const inTurn = lots.toSorted(
    (a, b) =>
      isOwn(a) - isOwn(b) || (a.expiresOn ?? '9999').localeCompare(b.expiresOn ?? '9999') || a.id.localeCompare(b.id),
  )
  const taken: Taken[] = []
  let missing = points
  for (const lot of inTurn) {
    const part = lot.remaining < missing ? lot.remaining : missing
    if (part <= 0n) continue
    const booked = lot.booked - liabilityOf(lot.remaining - part, lot)
    taken.push({ lot, points: part, worth: part * lot.pointWorth, booked })
    missing -= part
  }
  return { taken, missing }
}

/** Of points that come, what is left when a debt is filled: somebody who spent points of goods that came back owes them. */
export function afterDebt(points: bigint, balance: bigint): bigint {
  if (balance >= 0n) return points
  return points + balance > 0n ? points + balance : 0n
}

export interface Earning {
  readonly earned: bigint
  readonly reversed: bigint
  readonly confirmed: boolean
}

export interface Change {
  readonly kind: Extract<MovementKind, 'pending' | 'reversed' | 'restored'>
  /** Above zero: more than before. */
  readonly points: bigint
  readonly earned: bigint
  readonly reversed: bigint
}

/**
 * From what an order has earned to what it should have by now. Certain points never grow by themselves: what a failed refund took comes back,
 * up to what was earned.
 */
export function decideChange({ earned, reversed, confirmed }: Earning, due: bigint): Change | undefined {
  const goal = confirmed && due > earned ? earned : due
  const points = goal - (earned - reversed)
  if (points === 0n) return undefined
  if (points < 0n) return { kind: 'reversed', points, earned, reversed: reversed - points }
  if (confirmed) return { kind: 'restored', points, earned, reversed: reversed - points }
  return { kind: 'pending', points, earned: earned + points, reversed }
}

export interface Sent {
  readonly position: number
  readonly quantity: number
}

export interface Arrival {
  /** When it was delivered; null while nobody said so. */
  readonly deliveredOn: LocalDate | null
  readonly leftOn: LocalDate | null
  readonly lines: readonly Sent[]
}

/** A parcel of which nobody heard again counts as delivered so many days after it left. */
export const UNTOLD_DAYS = 10

export interface Ripening {
  readonly paidOn: LocalDate
  /** What is sent; empty where nothing is. */
  readonly sent: readonly Sent[]
  readonly arrivals: readonly Arrival[]
  readonly confirmDays: number
}

/** The day on which points are certain: so many days after the last of the goods arrived, or after payment where nothing is sent. */
export function ripeOn({ paidOn, sent, arrivals, confirmDays }: Ripening): LocalDate | null {
  let last = paidOn
  for (const { position, quantity } of sent) {
    let there = 0
    for (const { deliveredOn, leftOn, lines } of arrivals) {
      const pieces = lines.filter((line) => line.position === position).reduce((all, line) => all + line.quantity, 0)
      const on = deliveredOn ?? (leftOn === null ? null : addDays(leftOn, UNTOLD_DAYS))
      if (pieces === 0 || on === null) continue
      there += pieces
      if (on > last) last = on
    }
    if (there < quantity) return null
  }
  return addDays(last, confirmDays)
}

/** The last day of points that are good for so many months: the same day of that month, or its last. Null: they never end. */
export function lastDayOf(from: LocalDate, months: number): LocalDate | null {
  if (months === 0) return null
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const end = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, end))).toISOString().slice(0, 10) as LocalDate
}
