/**
 * Sends one refund. Looks before it acts: a refund that the provider already lists under our id was sent by a life that ended
 * before it could say so. Then sends under our id as key, so that two of us at once make one refund. What became of it is found by
 * settling the payment; here nothing is believed.
 */
import { runCommand, system, type House } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { findRefund, type RefundAddress } from '../queries/find-refund.ts'
import { providerOf } from '../use-cases/provider-of.ts'
import { recordRefundRefused, recordRefundSent } from '../use-cases/record-refund-sent.ts'

export const sendRefund: JobDefinition = {
  kind: 'send-refund',
  run: async (house, job) => {
    const refund = job.ref === null ? undefined : await findRefund(house.database, job.ref)
    if (!refund || refund.state === 'succeeded' || refund.state === 'failed') return
    const taken = await send(house, refund)
    const options = { actor: system('send-refund') }
    await runCommand(house, options, (ctx) =>
      taken
        ? recordRefundSent(ctx, refund.id, refund.paymentId)
        : recordRefundRefused(ctx, refund.id, refund.paymentId),
    )
  },
}

/** False when the provider said no. Throws when nobody knows. */
async function send(house: House, refund: RefundAddress): Promise<boolean> {
  const provider = await providerOf(house, refund.provider)
  if (!provider.ok) throw new Error(`no provider ${refund.provider} to send refund ${refund.id}`)
  if (refund.providerPaymentId === null) throw new Error(`refund ${refund.id} has no payment at the provider`)
  const now = await provider.value.getPayment(refund.providerPaymentId)
  if (now.ok && now.value.refunds.some((one) => one.reference === refund.id)) return true
  const movement = { amount: money(refund.amount, refund.currency), reference: refund.id }
  return (await provider.value.refund(refund.providerPaymentId, movement, `refund:${refund.id}`)).ok
}
