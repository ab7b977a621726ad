const DAY_MS = 86_400_000

export interface Waiting {
  readonly placedAt: Date
  /** When it ends unless its money is here. */
  readonly expiresAt: Date
}

/**
 * Whether who ordered is reminded of the transfer now: in the last days before the order ends, never on the day of the order itself, when
 * they were told where to, and never too late to do anything about it. No days: nobody is reminded.
 */
export function isTimeToRemind({ placedAt, expiresAt }: Waiting, { now, days }: { now: Date; days: number }): boolean {
  const left = expiresAt.getTime() - now.getTime()
  return left > 0 && left <= days * DAY_MS && now.getTime() - placedAt.getTime() >= DAY_MS
}
