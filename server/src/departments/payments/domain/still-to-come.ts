import { pendingRefunds, uncaptured, type Payment } from './payment.ts'

/**
 * What the ways by which an order is paid still bring, in minor units: what is held for its next parcels, less what is on its way back.
 * Money that came twice, and what a change waits for, are no part of what the order was sold for.
 */
export function stillToCome(payments: readonly Payment[]): bigint {
  return payments
    .filter(({ surplus, captured }) => !surplus && captured > 0n)
    .reduce((all, payment) => all + uncaptured(payment) - pendingRefunds(payment.refunds), 0n)
}
