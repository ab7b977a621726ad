import { JobInterrupted } from '../../../host/outbox/job-interrupted.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { DELIVER_WEBHOOKS } from '../use-cases/ask-for-delivery.ts'
import { deliverWebhooks } from '../use-cases/deliver-webhooks.ts'
import { fanOutWebhooks } from '../use-cases/fan-out-webhooks.ts'
import { keepWebhooks } from '../use-cases/keep-webhooks.ts'
import { FAN_OUT } from '../use-cases/save-webhook.ts'

export const webhookJobs: readonly JobDefinition[] = [
  { kind: FAN_OUT, run: fanOutWebhooks },
  {
    kind: DELIVER_WEBHOOKS,
    run: (house, job) =>
      deliverWebhooks(house, job).catch((error: unknown) => {
        throw job.signal?.aborted ? new JobInterrupted() : error
      }),
  },
  { kind: 'keep-webhooks', schedule: '*/10 * * * *', run: keepWebhooks },
]
