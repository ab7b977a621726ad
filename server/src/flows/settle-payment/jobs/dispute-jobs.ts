import { Outage } from '../../../kernel/outage.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { reconcileDisputes, settleDispute } from '../settle-dispute.ts'

export const settleDisputeJob: JobDefinition = {
  kind: 'settle-dispute',
  run: async (house, job) => {
    const { provider, providerDisputeId } = job.payload
    if (typeof provider !== 'string' || typeof providerDisputeId !== 'string') return
    await settleDispute(house, { provider, providerDisputeId })
  },
}

export const reconcileDisputesJob: JobDefinition = {
  kind: 'reconcile-disputes',
  schedule: '*/5 * * * *',
  run: async (house) => {
    // It comes round again in five minutes; an outage until then is nothing to wake a person for.
    await reconcileDisputes(house).catch((error: unknown) => {
      if (!(error instanceof Outage)) throw error
      house.log.warn('payment.provider_away', { code: error.code, error: error.message })
    })
  },
}
