import { runCommand, system } from '../../../host/context.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { finishLeaving } from '../use-cases/finish-leaving.ts'
import { parcelShipped, shippedValues } from './shipped-mail.ts'

/** The minutes are over in which a parcel could be taken back: its buyer is told, once, in the transaction in which it has left. */
export const parcelLeftJob: JobDefinition = {
  kind: 'parcel-left',
  run: async (house, job) => {
    const left = await runCommand(house, { actor: system('parcel-left') }, async (ctx) => {
      const found = await finishLeaving(ctx, house, job.ref ?? '')
      if (!found.ok || !found.value) return found.ok ? ok() : found
      const { detail, parcel, locale } = found.value
      await writeMail(ctx, house, {
        kind: parcelShipped,
        locale,
        market: detail.market,
        dedupKey: `parcel-shipped ${parcel.id}`,
        ref: detail.id,
        recipient: detail.email,
        values: shippedValues(found.value),
      })
      return ok()
    })
    if (!left.ok) throw new Error(`parcel ${job.ref}: ${left.refusal.code}`)
  },
}
