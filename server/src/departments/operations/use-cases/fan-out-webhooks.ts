import { runCommand, system, type House } from '../../../host/context.ts'
import type { JobInput } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { findStaffActorById } from '../../people/index.ts'
import { messageOf, publicEvent } from '../domain/public-events.ts'
import { listenersTo, readFactInTurn, type FactRow, type Listener } from '../queries/read-webhooks.ts'
import { insertDeliveries, type NewDelivery } from '../store/webhook-deliveries.ts'
import { askForDelivery } from './ask-for-delivery.ts'

/**
 * A fact becomes one message for each address that listens to it. Done twice it makes none anew (`webhook_id, event_id`). Nothing goes to an
 * address whose owner may no longer see such a fact, or no longer sees all markets and locations: it would tell them more than the house does.
 * Jobs run side by side, so one makes the messages of the facts before its own too: what is sent in turn must lie there in turn.
 */
export async function fanOutWebhooks(house: House, { payload }: Pick<JobInput, 'payload'>): Promise<void> {
  const facts = await readFactInTurn(house.database, String(payload['eventId']))
  const told = (await Promise.all(facts.map((fact) => messagesOf(house, fact)))).flat()
  if (told.length === 0) return
  await runCommand(house, { actor: system('webhooks') }, async (ctx) => {
    const fresh = await insertDeliveries(ctx, told)
    for (const id of new Set(fresh)) askForDelivery(ctx, id)
    return ok()
  })
}

async function messagesOf(house: House, fact: FactRow): Promise<NewDelivery[]> {
  const event = publicEvent(fact.name)
  if (!event) return []
  const listeners = await listenersTo(house.database, event.kind)
  const allowed = await Promise.all(listeners.map((listener) => mayHear(house, listener, event.permission)))
  const body = messageOf({ kind: event.kind, at: fact.occurred_at, payload: fact.payload })
  return listeners
    .filter((_, index) => allowed[index])
    .map(({ id }) => ({ webhookId: id, eventId: fact.id, kind: event.kind, body, subject: fact.subject }))
}

export async function mayHear(
  { database }: Pick<House, 'database'>,
  { ownerId }: Pick<Listener, 'ownerId'>,
  permission: string,
): Promise<boolean> {
  const owner = await findStaffActorById(database, ownerId)
  return owner !== undefined && owner.scope === undefined && owner.permissions.has(permission)
}
