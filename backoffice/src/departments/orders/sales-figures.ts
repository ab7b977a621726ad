import type { Money } from '../../ui/format-money.ts'

export type SalesDay = readonly { readonly currency: string; readonly orders: number; readonly total: Money }[]

// i18n-dynamic: app.today.than.*
export const COMPARED = ['yesterday', 'lastWeek', 'lastYear'] as const

/** A day's paid orders of one currency; none are none. */
export function inCurrency(day: SalesDay, currency: string): { readonly orders: number; readonly total: Money } {
  return day.find((one) => one.currency === currency) ?? { orders: 0, total: { amount: 0, currency } }
}

/** Of a paid order, to the nearest minor unit: a figure to look at, owed by nobody. */
export function averageOf(day: SalesDay, currency: string): Money {
  const { orders, total } = inCurrency(day, currency)
  return { amount: orders === 0 ? 0 : Math.round(total.amount / orders), currency }
}
