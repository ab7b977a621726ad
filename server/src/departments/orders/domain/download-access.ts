import { addDays, localDateIn, startOfDay, type LocalDate } from '../../../kernel/time.ts'
import { isWeekend } from './dispatch-calendar.ts'
import type { OrderState } from './order.ts'

/** What of an order decides whether its files may be downloaded. */
export interface SoldDigitally {
  readonly state: OrderState
  readonly placedAt: Date
  readonly paidAt: Date | null
  readonly timeZone: string
  /** Bought for a company: no right of withdrawal. */
  readonly forCompany: boolean
  /** When they agreed to lose it; null: not yet. */
  readonly consentAt: Date | null
}

export interface DownloadRight {
  readonly limit: number | null
  readonly days: number | null
  readonly renewedAt: Date | null
  readonly stoppedAt: Date | null
}

/** `waiting`: the withdrawal period runs and nobody agreed to lose it. `over`: its days are gone. */
export type AccessState = 'unpaid' | 'waiting' | 'open' | 'over' | 'stopped'

export interface Access {
  readonly state: AccessState
  readonly opensAt: Date | null
  /** Null: never. */
  readonly closesAt: Date | null
}

const DAY = 86_400_000
const WITHDRAWAL_DAYS = 14

export function accessOf(order: SoldDigitally, right: DownloadRight, now: Date): Access {
  if (right.stoppedAt || order.state === 'cancelled' || order.state === 'expired') {
    return { state: 'stopped', opensAt: null, closesAt: null }
  }
  if (order.state !== 'paid' || order.paidAt === null) return { state: 'unpaid', opensAt: null, closesAt: null }
  const opensAt = opening(order, order.paidAt)
  const from = right.renewedAt && right.renewedAt > opensAt ? right.renewedAt : opensAt
  const closesAt = right.days === null ? null : new Date(from.getTime() + right.days * DAY)
  const state = now < opensAt ? 'waiting' : closesAt !== null && now >= closesAt ? 'over' : 'open'
  return { state, opensAt, closesAt }
}

function opening(order: SoldDigitally, paidAt: Date): Date {
  if (order.forCompany) return paidAt
  const free = withdrawalEnd(order.placedAt, order.timeZone)
  const agreed = order.consentAt && order.consentAt < free ? order.consentAt : free
  return agreed > paidAt ? agreed : paidAt
}

/**
 * The first instant after the withdrawal period: fourteen days, the day of the contract not counted (Directive 2011/83/EU, art. 9 (2)
 * (a) and (c)); one that would end on a Saturday or Sunday ends on the Monday (Regulation 1182/71, art. 3 (4)). Holidays, which would
 * lengthen it too, are not known here: files that open a day early harm nobody who may still withdraw, since only consent ends that.
 */
export function withdrawalEnd(placedAt: Date, timeZone: string): Date {
  let last: LocalDate = addDays(localDateIn(placedAt, timeZone), WITHDRAWAL_DAYS)
  while (isWeekend(last)) last = addDays(last, 1)
  return startOfDay(addDays(last, 1), timeZone)
}

/** How often a file may still be downloaded; null: as often as they like. */
export function downloadsLeft(limit: number | null, taken: number): number | null {
  return limit === null ? null : Math.max(0, limit - taken)
}
