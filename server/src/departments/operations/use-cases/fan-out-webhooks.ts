import { runCommand, system, type House } from '../../../host/context.ts'
import type { JobInput } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { findStaffActorById } from '../../people/index.ts'
import { messageOf, publicEvent } from '../domain/public-events.ts'
import { listenersTo, readFact, type Listener } from '../queries/read-webhooks.ts'
import { insertDeliveries } from '../store/webhook-deliveries.ts'
import { askForDelivery } from './ask-for-delivery.ts'

/**
 * A fact becomes one message for each address that listens to it. Done twice it makes none anew (`webhook_id, event_id`). Nothing goes to an
 * address whose owner may no longer see such a fact, or no longer sees all markets and locations: it would tell them more than the house does.
 */
export async function fanOutWebhooks(house: House, { payload }: Pick<JobInput, 'payload'>): Promise<void> {
  const eventId = String(payload['eventId'])
  const fact = await readFact(house.database, eventId)
  const event = fact && publicEvent(fact.name)
  if (!event) return
  const listeners = await listenersTo(house.database, event.kind)
  const allowed = await Promise.all(listeners.map((listener) => mayHear(house, listener, event.permission)))
  const body = messageOf({ kind: event.kind, at: fact.occurred_at, payload: fact.payload })
  const told = listeners.filter((_, index) => allowed[index])
  if (told.length === 0) return
  await runCommand(house, { actor: system('webhooks') }, async (ctx) => {
    const fresh = await insertDeliveries(
      ctx,
      told.map(({ id }) => ({ webhookId: id, eventId, kind: event.kind, body })),
    )
    for (const id of fresh) askForDelivery(ctx, id)
    return ok()
  })
}

export async function mayHear(
  { database }: Pick<House, 'database'>,
  { ownerId }: Pick<Listener, 'ownerId'>,
  permission: string,
): Promise<boolean> {
  const owner = await findStaffActorById(database, ownerId)
  return owner !== undefined && owner.scope === undefined && owner.permissions.has(permission)
}
