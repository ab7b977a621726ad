/**
 * Takes a part of what is held. Looks before it acts: what was taken by a life that ended before it could say so is not taken again. Asks
 * under our id as key, so that two of us at once take it once. Parts of one payment are taken one after the other: only then is it known
 * which is the last, with which the provider lets go of the rest.
 */
import { runCommand, system, type House } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { findCapture, listEndingHolds, type CaptureAddress } from '../queries/find-capture.ts'
import { captureBeforeEnd, recordCapture } from '../use-cases/capture-held.ts'
import { providerOf } from '../use-cases/provider-of.ts'

export const sendCapture: JobDefinition = {
  kind: 'send-capture',
  run: async (house, job) => {
    const capture = job.ref === null ? undefined : await findCapture(house.database, job.ref)
    // Its turn comes with the end of the one before it (recordCapture).
    if (!capture || capture.state !== 'wanted' || capture.waits) return
    const refusedAs = await send(house, capture)
    await runCommand(house, { actor: system('send-capture') }, (ctx) => recordCapture(ctx, capture, refusedAs))
  },
}

/** Null when it was taken; the provider's word for no otherwise. Throws when nobody knows. */
async function send(house: House, capture: CaptureAddress): Promise<string | null> {
  const provider = await providerOf(house, capture.provider)
  if (!provider.ok) throw new Error(`no provider ${capture.provider} to send capture ${capture.id}`)
  const { providerPaymentId: there, currency, due, wantedAt, id: reference } = capture
  if (there === null) throw new Error(`capture ${capture.id} has no payment at the provider`)
  const now = await provider.value.getPayment(there)
  if (!now.ok) return now.code
  const { capturesInParts, captures, authorised, released } = now.value
  if (captures.some((one) => !capturesInParts || one.reference === reference)) return null
  const captured = captures.reduce((sum, one) => sum + one.amount, 0n)
  const [owed, held] = [due - captured, authorised - captured - released]
  const movement = capturesInParts
    ? { amount: money(capture.amount, currency), reference, last: capture.amount === owed, wantedAt }
    : { amount: money(owed < held ? owed : held, currency), reference }
  const taken = await provider.value.capture(there, movement, `capture:${reference}`)
  return taken.ok ? null : taken.code
}

/** Banks let go after some days; a day before that is still time for a second try. */
const BEFORE_END_MS = 86_400_000
const BATCH = 200

export const captureEndingHolds: JobDefinition = {
  kind: 'capture-ending-holds',
  schedule: '*/10 * * * *',
  run: async (house) => {
    const before = new Date(house.clock.now().getTime() + BEFORE_END_MS)
    for (const paymentId of await listEndingHolds(house.database, before, BATCH)) {
      await runCommand(house, { actor: system('capture-ending-holds') }, (ctx) => captureBeforeEnd(ctx, paymentId))
    }
  },
}
