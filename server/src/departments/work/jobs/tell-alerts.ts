import { runCommand, system } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ALERTS, tellAlert, type AlertRule } from '../use-cases/tell-alert.ts'

/** One kind of job for each fact that people are alerted of; a fact's job may run any number of times, and is told once. */
export const alertJobs: readonly JobDefinition[] = ALERTS.map((rule) => ({
  kind: rule.job,
  run: async (house, job) => {
    const { orderId, paymentId } = job.payload
    const occasion = String(paymentId ?? job.id)
    await runCommand(house, { actor: system(rule.job) }, (ctx) =>
      tellAlert(ctx, { rule, orderId: String(orderId ?? job.ref), occasion }),
    )
  },
}))

export const alertSubscribers: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ALERTS.map(({ event, job }: AlertRule) => [event, [job]]),
)
