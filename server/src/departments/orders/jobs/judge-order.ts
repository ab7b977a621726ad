import { runCommand, system } from '../../../host/context.ts'
import { formatMoney } from '../../../host/i18n/format.ts'
import { defaultLocale } from '../../../host/i18n/locales.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { judgeOrder } from '../use-cases/judge-order.ts'

/** Whom a rule asks to look is asked in the house's own language: whoever takes the to-do reads it. */
export const judgeOrderJob: JobDefinition = {
  kind: 'judge-order',
  run: async (house, job) => {
    const orderId = job.ref ?? ''
    const judged = await runCommand(house, { actor: system('judge-order') }, (ctx) =>
      judgeOrder(ctx, orderId, {
        translate: house.translations.for(defaultLocale),
        locale: defaultLocale,
        formatMoney,
      }),
    )
    if (!judged.ok) throw new Error(`order ${orderId}: ${judged.refusal.code}`)
  },
}
