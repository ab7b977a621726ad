import { runCommand, system } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { resealApprovals } from '../use-cases/reseal-approvals.ts'
import { expireApprovals } from '../use-cases/withdraw-approval.ts'

export const approvalJobs: readonly JobDefinition[] = [
  { kind: 'reseal-approvals', schedule: '*/10 * * * *', run: resealApprovals },
  {
    kind: 'expire-approvals',
    schedule: '*/10 * * * *',
    run: async (house) => {
      for (;;) {
        const expired = await runCommand(house, { actor: system('work') }, expireApprovals)
        if (!expired.ok || expired.value === 0) return
      }
    },
  },
]
