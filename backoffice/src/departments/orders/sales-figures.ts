import type { Money } from '../../ui/format-money.ts'

export type SalesDay = readonly {
  readonly currency: string
  readonly orders: number
  readonly total: Money
  readonly net: Money
}[]

/** A day's paid orders of one currency; none are none. */
export function inCurrency(day: SalesDay, currency: string): Omit<SalesDay[number], 'currency'> {
  const none = { amount: 0, currency }
  return day.find((one) => one.currency === currency) ?? { orders: 0, total: none, net: none }
}

/** Of a paid order, to the nearest minor unit: a figure to look at, owed by nobody. */
export function averageOf(day: SalesDay, currency: string): Money {
  const { orders, total } = inCurrency(day, currency)
  return { amount: orders === 0 ? 0 : Math.round(total.amount / orders), currency }
}
