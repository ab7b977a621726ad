/** What a fact tells people, and who hears of it: whoever may act upon it. */
export interface AlertRule {
  readonly event: string
  readonly permission: string
  readonly titleKey: string
  /** The job that an event wakes. */
  readonly job: string
  /** The record that it is about; its id stands in the payload under this name. */
  readonly record: { readonly type: string; readonly id: string }
  /** Which time of it, where one record has such facts several times; in the payload. */
  readonly occasion?: string
}

const ORDER = { type: 'order', id: 'orderId' } as const

// i18n-dynamic: work.told.*
export const ALERTS: readonly AlertRule[] = [
  {
    event: 'payment.mismatched.v1',
    permission: 'payments:refund',
    titleKey: 'work.told.payment_mismatched',
    job: 'alert-payment-mismatched',
    record: ORDER,
    occasion: 'paymentId',
  },
  {
    event: 'payment.refund_failed.v1',
    permission: 'payments:refund',
    titleKey: 'work.told.refund_failed',
    job: 'alert-refund-failed',
    record: ORDER,
    occasion: 'paymentId',
  },
  {
    event: 'job.died.v1',
    permission: 'operations:replay',
    titleKey: 'work.told.job_died',
    job: 'alert-job-died',
    record: { type: 'job', id: 'jobId' },
  },
]

const ALERTED = [...new Set(ALERTS.map(({ permission }) => permission))]

/** The addresses under which somebody with these rights hears of alerts. */
export function alertAddresses(permissions: ReadonlySet<string>): string[] {
  return ALERTED.filter((permission) => permissions.has(permission)).map((permission) => `may:${permission}`)
}
