import type { Context, House } from '../../../host/context.ts'
import type { Result } from '../../../kernel/result.ts'
import { finishWebhook } from '../../../departments/payments/index.ts'
import { settlePayment, type SettledPayment } from '../settle-payment.ts'

export interface Told {
  readonly provider: string
  readonly eventId: string
}

interface Hearing {
  readonly told: Told[]
  /** That these events were looked into was written with the outcome. */
  written: boolean
  readonly outcome: Promise<Result<SettledPayment>>
}

/** By the organisation's database: of which payments something was heard, before their provider is asked. */
const hearings = new WeakMap<object, Map<string, Hearing>>()

/**
 * Settles the payment of which an event tells, and writes in the same transaction that the event was looked into; answers whether that
 * was written. A provider tells in one breath that money is held and that it was taken: as long as it has not been asked, its answer
 * will be as true for whoever comes, so one asks for all. Who comes later asks anew.
 */
export async function hearOfPayment(house: House, paymentId: string, told: Told): Promise<boolean> {
  const open = hearings.get(house.database) ?? new Map<string, Hearing>()
  hearings.set(house.database, open)
  const key = `${told.provider} ${paymentId}`
  const joined = open.get(key)
  joined?.told.push(told)
  const hearing = joined ?? begin(house, paymentId, told, (own) => open.get(key) === own && open.delete(key))
  if (!joined) open.set(key, hearing)
  const outcome = await hearing.outcome
  return outcome.ok && hearing.written
}

function begin(house: House, paymentId: string, first: Told, close: (own: Hearing) => void): Hearing {
  const told = [first]
  const note = async (ctx: Context, changed: boolean): Promise<void> => {
    for (const one of told) await finishWebhook(ctx, { ...one, effective: changed && one === first })
    hearing.written = true
  }
  const beside = { asking: () => close(hearing), note }
  const settled = settlePayment(house, paymentId, { kind: 'provider', name: first.provider }, beside)
  const hearing: Hearing = { told, written: false, outcome: settled.finally(() => close(hearing)) }
  return hearing
}
