/**
 * Brings the shop to what the provider knows of a dispute, as settling does for a payment: whoever hears of one (a webhook's job, the
 * reconciler, the job that sent our answer) calls this, which asks the provider outside of any transaction and writes the difference under
 * the payment's lock. So webhooks may come three times, in any order, or never.
 */
import { runCommand, system, type Actor, type House } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import {
  findPaymentNamed,
  listProviders,
  listUnknownDisputes,
  listUnseenDisputes,
  paymentRefusals,
  providerOf,
  recordDisputeOf,
  type ProviderDispute,
} from '../../departments/payments/index.ts'
import { settlePayment } from './settle-payment.ts'

export interface DisputeToSettle {
  readonly provider: string
  readonly providerDisputeId: string
}

/** Throws an Outage where the provider cannot be asked. */
export async function settleDispute(
  house: House,
  { provider: name, providerDisputeId }: DisputeToSettle,
  actor: Actor = system('settle-dispute'),
): Promise<Result<{ readonly changed: boolean }>> {
  const provider = await providerOf(house, name)
  if (!provider.ok) return provider
  const told = await provider.value.getDispute(providerDisputeId)
  if (!told.ok) return paymentRefusals.dispute_not_found()
  const paymentId = await paymentOf(house, name, told.value)
  // Somebody else's, on the same account.
  if (paymentId === undefined) return ok({ changed: false })
  return runCommand(house, { actor }, (ctx) => recordDisputeOf(ctx, paymentId, told.value))
}

/** A dispute may be heard of before its payment is. */
async function paymentOf(house: House, provider: string, truth: ProviderDispute): Promise<string | undefined> {
  const known = await findPaymentNamed(house.database, provider, truth.paymentId)
  if (known !== undefined || truth.reference === null) return known
  await settlePayment(house, truth.reference)
  return findPaymentNamed(house.database, provider, truth.paymentId)
}

/** Banks tell of a dispute within days; what is older and unknown is nobody's here. */
const LOOK_BACK_MS = 30 * 86_400_000
const QUIET_MS = 10 * 60_000
const BATCH = 200

/**
 * Repairs what was lost of disputes: those whose webhook never came (the provider's own list), and those that wait and of which nobody
 * asked for a while. Takes no input and is harmless twice.
 */
export async function reconcileDisputes(house: House): Promise<{ readonly repaired: number }> {
  const now = house.clock.now().getTime()
  const found: DisputeToSettle[] = []
  for (const provider of await listProviders(house)) {
    const theirs = await provider.listDisputesSince(new Date(now - LOOK_BACK_MS))
    const ours = theirs.filter(({ reference }) => reference !== null).map(({ id }) => id)
    const unknown = await listUnknownDisputes(house.database, provider.name, ours)
    found.push(...unknown.map((providerDisputeId) => ({ provider: provider.name, providerDisputeId })))
  }
  found.push(...(await listUnseenDisputes(house.database, new Date(now - QUIET_MS), BATCH)))
  let repaired = 0
  for (const dispute of found) {
    const settled = await settleDispute(house, dispute, system('reconcile-disputes'))
    if (settled.ok && settled.value.changed) repaired += 1
  }
  return { repaired }
}
