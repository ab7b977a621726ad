import { randomBelow } from '../../../host/auth/random-below.ts'
import { unsealText } from '../../../host/auth/sealed-text.ts'
import { runCommand, system, type House } from '../../../host/context.ts'
import type { JobInput } from '../../../host/outbox/worker.ts'
import type { OutwardAnswer } from '../../../host/outward/call-out.ts'
import { ok } from '../../../kernel/result.ts'
import { messageIdOf, outcomeOf } from '../domain/webhook.ts'
import { readDue, readLine, type DueDelivery, type Line } from '../queries/read-webhooks.ts'
import { leaveLine, recordAttempt, takeLine } from '../store/webhook-deliveries.ts'
import { secretPlaceOf } from '../store/webhooks.ts'
import { askForDelivery } from './ask-for-delivery.ts'
import { disableWebhook } from './disable-webhook.ts'

/** At once to one address: enough for a burst, few enough not to be a burden. */
const AT_ONCE = 4
/** Longer than four calls that are never answered; renewed with every four. */
const LINE_SECONDS = 60
/** Then others of the house get their turn, and this address a job anew. */
const MOST_ROUNDS = 50
const CHANCES = 1_000

const actor = system('webhooks')

/**
 * Works off what is due for one address. One job has its line at a time, so a dead address costs the house one waiting job and delays
 * nobody: each address has a job of its own, in a lane apart from the shop's work (host/outbox/worker.ts). No transaction is open while a
 * stranger is asked; what came of a call is recorded after it, so a process that dies in between sends the message again under the same
 * number. On leaving it asks for the next job at the next due time.
 */
export async function deliverWebhooks(house: House, { id: jobId, payload, signal }: JobInput): Promise<void> {
  const webhookId = String(payload['webhookId'])
  if (!(await take(house, webhookId, jobId))) return
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (signal?.aborted) break
    const line = await readLine(house.database, webhookId, house.clock.now())
    const due = line ? await readDue(house.database, webhookId, { now: house.clock.now(), limit: AT_ONCE }) : []
    if (!line || due.length === 0 || !(await take(house, webhookId, jobId))) break
    await Promise.all(due.map((delivery) => deliver(house, { webhookId, line, delivery, signal })))
  }
  await runCommand(house, { actor }, async (ctx) => {
    const next = await leaveLine(ctx, webhookId, jobId)
    if (next) askForDelivery(ctx, webhookId, next > ctx.now ? next : ctx.now)
    return ok()
  })
}

async function take(house: House, webhookId: string, jobId: string): Promise<boolean> {
  const taken = await runCommand(house, { actor }, async (ctx) =>
    ok(await takeLine(ctx, webhookId, jobId, LINE_SECONDS)),
  )
  return taken.ok && taken.value
}

interface Delivering {
  readonly webhookId: string
  readonly line: Line
  readonly delivery: DueDelivery
  readonly signal: AbortSignal | undefined
}

/** Throws where it was asked to end: the message waits as it did. */
async function deliver(house: House, { webhookId, line, delivery, signal }: Delivering): Promise<void> {
  const { outward } = house.ports ?? {}
  if (!outward) throw new Error('No way out of this house: apps fill the port `outward`')
  const at = house.clock.now()
  const answer = await outward.send({
    address: line.address,
    id: messageIdOf(delivery.eventId),
    at,
    body: delivery.body,
    secrets: line.secrets.map((sealed) => unsealText(house, secretPlaceOf(webhookId), sealed)),
    signal,
  })
  await record(house, { webhookId, delivery, at, answer })
}

interface Recording {
  readonly webhookId: string
  readonly delivery: DueDelivery
  readonly at: Date
  readonly answer: OutwardAnswer
}

async function record(house: House, { webhookId, delivery, at, answer }: Recording): Promise<void> {
  const outcome = outcomeOf(answer, delivery.tries + 1, randomBelow(CHANCES) / CHANCES)
  const { status, silence, said, ms } = answer
  await runCommand(house, { actor }, async (ctx) => {
    recordAttempt(ctx, { deliveryId: delivery.id, webhookId, at, status, silence, said, ms }, outcome)
    return ok()
  })
  if (outcome.state === 'failed' && outcome.gone) await disableWebhook(house, webhookId, 'gone')
}
