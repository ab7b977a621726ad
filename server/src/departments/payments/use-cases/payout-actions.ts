import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import { refusalToArrive } from '../domain/arrive.ts'

interface Acted {
  readonly booked: boolean
  readonly arrivedOn: string | null
  readonly cameBack: boolean
}

/** What staff could do to a payout now, by the rules that decide about it. */
export function payoutActions({ booked, arrivedOn, cameBack }: Acted): PossibleAction[] {
  const arrive = refusalToArrive({ booked, arrived: arrivedOn !== null, cameBack })
  return [
    { action: 'arrive', permission: 'payments:record', refusal: arrive?.refusal ?? null },
    { action: 'explain', permission: 'payments:record', refusal: null },
  ]
}
