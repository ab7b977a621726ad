import { runCommand, system } from '../../../host/context.ts'
import { isLocale } from '../../../host/i18n/locales.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ALERTS, tellAlert, type AlertRule } from '../use-cases/tell-alert.ts'
import { TASK_ENDED, tellTaskEnded } from '../use-cases/tell-task-ended.ts'

/** One kind of job for each fact that people are alerted of; a fact's job may run any number of times, and is told once. */
const byRule = ALERTS.map((rule): JobDefinition => ({
  kind: rule.job,
  run: async (house, job) => {
    const id = String(job.payload[rule.record.id] ?? job.ref)
    const record = { type: rule.record.type, id }
    const path = house.ports?.records?.get(record.type)?.path?.(id) ?? '/inbox'
    const occasion = String((rule.occasion && job.payload[rule.occasion]) ?? job.id)
    await runCommand(house, { actor: system(rule.job) }, (ctx) => tellAlert(ctx, { rule, record, path, occasion }))
  },
}))

/** Long work has ended: who started it may have gone on to something else meanwhile. */
const taskEnded: JobDefinition = {
  kind: TASK_ENDED.job,
  run: async (house, job) => {
    const { taskId, path } = job.payload
    const ended = {
      taskId: String(taskId),
      path: typeof path === 'string' ? path : '/inbox',
      words: (locale: string, key: string, params: Readonly<Record<string, string | number>>) =>
        house.translations.for(isLocale(locale) ? locale : 'en')(key, params),
    }
    await runCommand(house, { actor: system(TASK_ENDED.job) }, (ctx) => tellTaskEnded(ctx, ended))
  },
}

export const alertJobs: readonly JobDefinition[] = [...byRule, taskEnded]

export const alertSubscribers: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(ALERTS.map(({ event, job }: AlertRule) => [event, [job]])),
  [TASK_ENDED.event]: [TASK_ENDED.job],
}
