/**
 * Repairs what was lost between the shop and its payment providers: a webhook that never came, a crash between the provider's
 * answer and our record, a movement made at the provider's own desk. Woken by the clock, takes no input, and is harmless twice
 * or side by side, since all it does is settle.
 *
 * It looks from both sides. From theirs: whatever changed since the last look, compared with what we know; this finds money
 * that we never heard of. From ours: payments and refunds without news for two minutes; this finds what they forgot to list.
 */
import { runCommand, system, type House } from '../../host/context.ts'
import { Outage } from '../../kernel/outage.ts'
import {
  findScan,
  listDifferingReferences,
  listForgottenRefunds,
  listProviders,
  listStrays,
  listUnsettled,
  recordScan,
  recordStray,
  resendRefund,
  type PaymentProvider,
} from '../../departments/payments/index.ts'
import { settlePayment } from './settle-payment.ts'

const QUIET_MS = 2 * 60_000
const FORGOTTEN_MS = 10 * 60_000
/** Clocks differ, and a change may be listed a little after its time. */
const OVERLAP_MS = 60_000
const BATCH = 200

export interface Reconciliation {
  /** Payments of which something new was learnt. */
  readonly repaired: number
  /** Payments at the provider that are nobody's here: a person is asked. */
  readonly unknown: number
}

export async function reconcilePayments(house: House): Promise<Reconciliation> {
  const counts = { repaired: 0, unknown: 0 }
  const now = house.clock.now().getTime()
  for (const provider of await listProviders(house)) await lookFromTheirs(house, provider, counts)
  const quiet = await listUnsettled(house.database, new Date(now - QUIET_MS), BATCH)
  await settleEach(house, quiet, counts)
  for (const refundId of await listForgottenRefunds(house.database, new Date(now - FORGOTTEN_MS), BATCH)) {
    await runCommand(house, { actor }, (ctx) => resendRefund(ctx, refundId))
  }
  return counts
}

const actor = system('reconcile-payments')

async function lookFromTheirs(house: House, provider: PaymentProvider, counts: { repaired: number; unknown: number }) {
  const readTo = (await findScan(house.database, provider.name)) ?? new Date(0)
  const since = new Date(Math.max(0, readTo.getTime() - OVERLAP_MS))
  for (let after: string | null = null; ;) {
    const page = await lookOrNothing(house, () => provider.listPaymentsSince(since, after))
    const strays = page ? await listStrays(house.database, provider.name, page.payments) : []
    for (const truth of strays) {
      counts.unknown += 1
      await runCommand(house, { actor }, (ctx) => recordStray(ctx, { provider: provider.name, truth }))
    }
    const ours = page?.payments.filter((truth) => !strays.includes(truth)) ?? []
    const references = await listDifferingReferences(house.database, provider.name, ours)
    const whole = await settleEach(house, references, counts)
    // Read on only from what was acted on: an outage in the middle is looked at again in a minute.
    if (!page || !whole) return
    const { readTo: told } = page
    if (told) await runCommand(house, { actor }, (ctx) => recordScan(ctx, provider.name, told))
    if (page.next === null) return
    after = page.next
  }
}

/** False where an outage stopped it: the provider that does not answer one question will not answer the next. */
async function settleEach(
  house: House,
  paymentIds: readonly string[],
  counts: { repaired: number; unknown: number },
): Promise<boolean> {
  for (const paymentId of paymentIds) {
    const settled = await lookOrNothing(house, () => settlePayment(house, paymentId, actor))
    if (settled === undefined) return false
    if (settled.ok && settled.value.changed) counts.repaired += 1
    if (!settled.ok) house.log.warn('payment.unknown', { paymentId, code: settled.refusal.code })
  }
  return true
}

async function lookOrNothing<T>(house: House, look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof Outage)) throw error
    house.log.warn('payment.provider_away', { code: error.code, error: error.message })
    return undefined
  }
}
