import type { LocalDate } from '../../../kernel/time.ts'
import { addDays } from '../../../kernel/time.ts'
import { money, type Money } from '../../../kernel/money.ts'

export interface DeliveryMethod {
  readonly code: string
  readonly names: Readonly<Record<string, string>>
  readonly descriptions: Readonly<Record<string, string>>
  readonly countries: readonly string[]
  /** Currency -> whole minor units. */
  readonly prices: Readonly<Record<string, number>>
  readonly freeFrom: Readonly<Record<string, number>>
  readonly taxCategory: string
  readonly minDays: number
  readonly maxDays: number
}

export function deliveryPrice(method: DeliveryMethod, currency: string): Money | undefined {
  const amount = method.prices[currency]
  return amount === undefined ? undefined : money(amount, currency)
}

export function freeFrom(method: DeliveryMethod, currency: string): Money | undefined {
  const amount = method.freeFrom[currency]
  return amount === undefined ? undefined : money(amount, currency)
}

/** The promise made at checkout, kept with the order: working days are counted, Saturdays and Sundays are not. */
export function promisedDates(method: DeliveryMethod, today: LocalDate): { from: LocalDate; to: LocalDate } {
  return { from: addWorkingDays(today, method.minDays), to: addWorkingDays(today, method.maxDays) }
}

function addWorkingDays(start: LocalDate, days: number): LocalDate {
  let date = start
  let left = days
  while (left > 0) {
    date = addDays(date, 1)
    if (!isWeekend(date)) left -= 1
  }
  return date
}

/** Zeller's congruence on the proleptic Gregorian calendar: 0 is Saturday, 1 Sunday. */
export function isWeekend(date: LocalDate): boolean {
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number)
  const month = m < 3 ? m + 12 : m
  const year = m < 3 ? y - 1 : y
  const day =
    (d +
      Math.floor((13 * (month + 1)) / 5) +
      year +
      Math.floor(year / 4) -
      Math.floor(year / 100) +
      Math.floor(year / 400)) %
    7
  return day <= 1
}
