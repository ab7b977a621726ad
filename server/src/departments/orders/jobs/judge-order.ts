import { runCommand, system } from '../../../host/context.ts'
import { formatMoney } from '../../../host/i18n/format.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { judgeOrder } from '../use-cases/judge-order.ts'

export const judgeOrderJob: JobDefinition = {
  kind: 'judge-order',
  run: async (house, job) => {
    const orderId = job.ref ?? ''
    const judged = await runCommand(house, { actor: system('judge-order') }, (ctx) =>
      judgeOrder(ctx, orderId, { translations: house.translations, formatMoney }),
    )
    if (!judged.ok) throw new Error(`order ${orderId}: ${judged.refusal.code}`)
  },
}
