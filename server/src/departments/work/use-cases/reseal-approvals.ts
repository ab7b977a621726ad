import { resealRows } from '../../../host/auth/reseal-rows.ts'
import type { House } from '../../../host/context.ts'
import { sealedApprovals } from '../store/sealed-approvals.ts'

/** After a change of secret: what waits for approval can be run, and answers read, under the new one. */
export async function resealApprovals(house: House): Promise<void> {
  let approvals = 0
  for (const store of sealedApprovals) approvals += await resealRows(house, store)
  if (approvals > 0) house.log.info('secrets.resealed', { approvals })
}
