/**
 * Captures what was authorised for a living order, or gives it back where the order ended. The provider captures by itself
 * as a rule; this is for those that only authorise, and for an authorisation that outlived its order.
 */
import { runCommand, system } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { findPaymentAddress } from '../queries/find-payment.ts'
import { providerOf } from '../use-cases/provider-of.ts'

export const finishAuthorisation: JobDefinition = {
  kind: 'finish-authorisation',
  run: async (house, job) => {
    const payment = job.ref === null ? undefined : await findPaymentAddress(house.database, job.ref)
    if (!payment?.providerPaymentId) return
    const provider = await providerOf(house, payment.provider)
    if (!provider.ok) throw new Error(`no provider ${payment.provider} to finish payment ${payment.id}`)
    const { providerPaymentId: there } = payment
    if (job.payload['finish'] === 'void') await provider.value.void(there, `void:${payment.id}`)
    else {
      const movement = { amount: money(payment.amount, payment.currency), reference: payment.reference }
      await provider.value.capture(there, movement, `capture:${payment.id}`)
    }
    // Done or refused, settling finds out which; only an unknown outcome (thrown) is tried again.
    await runCommand(house, { actor: system('finish-authorisation') }, async (ctx) => {
      ctx.enqueue({ kind: 'settle-payment', ref: payment.id })
      return ok()
    })
  },
}
