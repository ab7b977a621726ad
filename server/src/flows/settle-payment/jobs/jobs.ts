import { runCommand, system, type Actor, type House } from '../../../host/context.ts'
import type { JobDefinition, JobInput } from '../../../host/outbox/worker.ts'
import { buryWebhook, findWebhook, finishWebhook, isLastTry } from '../../../departments/payments/index.ts'
import { reconcilePayments } from '../reconcile-payments.ts'
import { settleDispute } from '../settle-dispute.ts'
import { settlePayment } from '../settle-payment.ts'
import { hearOfPayment } from './hear-together.ts'

export const settleJob: JobDefinition = {
  kind: 'settle-payment',
  run: async (house, job) => {
    if (job.ref !== null) await settlePayment(house, job.ref)
  },
}

export const reconcileJob: JobDefinition = {
  kind: 'reconcile-payments',
  schedule: '* * * * *',
  run: async (house) => {
    await reconcilePayments(house)
  },
}

/** A provider event only says where to look. */
export const processProviderEvent: JobDefinition = {
  kind: 'process-provider-event',
  run: async (house, job) => {
    const { provider, eventId } = job.payload
    if (typeof provider !== 'string' || typeof eventId !== 'string') return
    await look(house, job, { provider, eventId }).catch(async (error: unknown) => {
      const actor = system('process-provider-event')
      if (isLastTry(job.attempt)) await runCommand(house, { actor }, (ctx) => buryWebhook(ctx, provider, eventId))
      throw error
    })
  },
}

async function look(house: House, _job: JobInput, told: { provider: string; eventId: string }): Promise<void> {
  const webhook = await findWebhook(house.database, told.provider, told.eventId)
  if (!webhook || webhook.processed) return
  const actor: Actor = { kind: 'provider', name: told.provider }
  const { reference, disputeRef: providerDisputeId } = webhook
  if (providerDisputeId === null && reference !== null && (await hearOfPayment(house, reference, told))) return
  const settled =
    providerDisputeId === null
      ? undefined
      : await settleDispute(house, { provider: told.provider, providerDisputeId }, actor)
  const effective = settled?.ok === true && settled.value.changed
  await runCommand(house, { actor }, (ctx) => finishWebhook(ctx, { ...told, effective }))
}
