export interface Figures {
  readonly jobs: { readonly dead: number; readonly oldestReadySeconds: number | null }
  readonly audit: { readonly oldestUnsealedSeconds: number | null }
}

export type Concern = 'work_given_up' | 'work_waits' | 'audit_unsealed'

/** The limits of reliability.md: J1 speaks of five minutes, the audit trail's seal of one. */
const WORK_MAY_WAIT_SECONDS = 300
const AUDIT_MAY_WAIT_SECONDS = 60

/** What somebody should look at now, most pressing first. */
export function concernsOf({ jobs, audit }: Figures): Concern[] {
  const concerns: Concern[] = []
  if ((audit.oldestUnsealedSeconds ?? 0) > AUDIT_MAY_WAIT_SECONDS) concerns.push('audit_unsealed')
  if ((jobs.oldestReadySeconds ?? 0) > WORK_MAY_WAIT_SECONDS) concerns.push('work_waits')
  if (jobs.dead > 0) concerns.push('work_given_up')
  return concerns
}
