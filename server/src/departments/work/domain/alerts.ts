/** What a fact of another department tells people, and who hears of it: whoever may act upon it. */
export interface AlertRule {
  readonly event: string
  readonly permission: string
  readonly titleKey: string
  /** Kind of the record that the event is about, where it has a page of its own; else the fixed path. */
  readonly record: string | null
  readonly path: string | null
}

// i18n-dynamic: work.told.*
export const ALERTS: readonly AlertRule[] = [
  {
    event: 'payment.mismatched.v1',
    permission: 'payments:refund',
    titleKey: 'work.told.payment_mismatched',
    record: 'order',
    path: null,
  },
  {
    event: 'payment.refund_failed.v1',
    permission: 'payments:refund',
    titleKey: 'work.told.refund_failed',
    record: 'order',
    path: null,
  },
  {
    event: 'job.died.v1',
    permission: 'operations:write',
    titleKey: 'work.told.job_died',
    record: null,
    path: '/jobs?state=dead',
  },
]

const ALERTED = [...new Set(ALERTS.map(({ permission }) => permission))]

/** The addresses under which somebody with these rights hears of alerts. */
export function alertAddresses(permissions: ReadonlySet<string>): string[] {
  return ALERTED.filter((permission) => permissions.has(permission)).map((permission) => `may:${permission}`)
}
