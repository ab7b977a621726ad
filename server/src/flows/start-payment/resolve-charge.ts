/**
 * What became of a charge of what is kept for a customer. Asked under the key of its attempt, which was written down before: so a double click, a
 * second life after a crash, and somebody who wants to pay otherwise all get the one answer, and there is one charge. A provider keeps its
 * answers for a day; after that nothing is sent again, and what is there is looked for.
 *
 * No transaction is open while the provider is asked. Money that came is never believed here: settling asks for it.
 */
import { runCommand, system, type House } from '../../host/context.ts'
import { ok } from '../../kernel/result.ts'
import {
  chargeKey,
  KEY_HOLDS_MS,
  readKnownPayment,
  recordCharge,
  type PaymentProvider,
} from '../../departments/payments/index.ts'
import { closeThere } from './close-there.ts'
import { askedFor, type SessionToOpen } from './session.ts'

type Outcome = Extract<Awaited<ReturnType<PaymentProvider['chargeKept']>>, { ok: true }>['value']

export type Charged =
  | { readonly state: 'done' }
  | { readonly state: 'confirm'; readonly url: string; readonly outcome: Outcome }
  | { readonly state: 'ended'; readonly code: string }

export async function resolveCharge(house: House, opening: SessionToOpen): Promise<Charged> {
  const { provider, payment, attempt } = opening
  const { kept } = attempt
  if (attempt.endedAs === 'paid') return { state: 'done' }
  if (attempt.endedAs !== null || !kept) return { state: 'ended', code: attempt.endedAs ?? 'lost' }
  if (house.clock.now().getTime() - attempt.createdAt.getTime() > KEY_HOLDS_MS) return lookFor(house, opening)
  const { methodRef: method, customerRef: customer, present } = kept
  const input = { ...askedFor(house, opening), method, customer, present }
  const answer = await provider.chargeKept(input, chargeKey(payment.id, attempt))
  if (!answer.ok) {
    await record(house, opening, { endedAs: answer.code })
    return { state: 'ended', code: answer.code }
  }
  const outcome = answer.value
  if (outcome.state === 'done' || outcome.url === null) {
    await record(house, opening, { outcome, endedAs: 'paid' })
    return { state: 'done' }
  }
  await record(house, opening, { outcome })
  // The key answers with what was true then.
  if (await isPaid(house, opening)) {
    await record(house, opening, { endedAs: 'paid' })
    return { state: 'done' }
  }
  return { state: 'confirm', url: outcome.url, outcome }
}

/** Nobody can confirm it any more; `completed`: somebody has. */
export async function dropCharge(
  house: House,
  opening: SessionToOpen,
  { sessionId, paymentId }: Outcome,
): Promise<'closed' | 'completed'> {
  const { provider } = opening
  if (sessionId !== null) {
    if ((await closeThere(provider, sessionId)) === 'completed') return 'completed'
  } else if (paymentId !== null) {
    await provider.void(paymentId, `drop:${paymentId}`)
    if (await isPaid(house, opening)) return 'completed'
  }
  await record(house, opening, { endedAs: 'closed' })
  return 'closed'
}

async function lookFor(house: House, opening: SessionToOpen): Promise<Charged> {
  const { providerPaymentId: paymentId, providerSessionId: sessionId } = opening.attempt
  if (await isPaid(house, opening)) {
    await record(house, opening, { endedAs: 'paid' })
    return { state: 'done' }
  }
  const closed = await dropCharge(house, opening, { state: 'confirm', paymentId, sessionId, url: null })
  return closed === 'completed' ? { state: 'done' } : { state: 'ended', code: 'closed' }
}

async function isPaid(house: House, { provider, payment }: SessionToOpen): Promise<boolean> {
  const truths = await provider.findPayments(await readKnownPayment(house.database, payment))
  return truths.some(({ authorised, released }) => authorised > released)
}

async function record(
  house: House,
  { payment, attempt }: SessionToOpen,
  told: Parameters<typeof recordCharge>[3],
): Promise<void> {
  await runCommand(house, { actor: system('charge-saved') }, async (ctx) => {
    recordCharge(ctx, payment.id, attempt, told)
    return ok()
  })
}
