/** What a fact of another department tells people, and who hears of it: whoever may act upon it. */
export interface AlertRule {
  readonly event: string
  readonly permission: string
  readonly titleKey: string
  /** The job that an event wakes. */
  readonly job: string
}

// i18n-dynamic: work.told.*
export const ALERTS: readonly AlertRule[] = [
  {
    event: 'payment.mismatched.v1',
    permission: 'payments:refund',
    titleKey: 'work.told.payment_mismatched',
    job: 'alert-payment-mismatched',
  },
  {
    event: 'payment.refund_failed.v1',
    permission: 'payments:refund',
    titleKey: 'work.told.refund_failed',
    job: 'alert-refund-failed',
  },
]

const ALERTED = [...new Set(ALERTS.map(({ permission }) => permission))]

/** The addresses under which somebody with these rights hears of alerts. */
export function alertAddresses(permissions: ReadonlySet<string>): string[] {
  return ALERTED.filter((permission) => permissions.has(permission)).map((permission) => `may:${permission}`)
}
