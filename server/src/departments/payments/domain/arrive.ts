import type { Refused } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export interface PayoutFacts {
  readonly booked: boolean
  readonly arrived: boolean
  readonly cameBack: boolean
}

/** Why nobody says of a payout that it is at the bank; null where somebody may. */
export function refusalToArrive({ booked, arrived, cameBack }: PayoutFacts): Refused | null {
  if (!booked) return refusals.payout_not_booked()
  if (arrived) return refusals.payout_arrived()
  return cameBack ? refusals.payout_came_back() : null
}
