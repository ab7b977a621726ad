import { createWebhook, hasWebhooks, pauseWebhook } from '../../departments/operations/index.ts'
import { findStaffActorById, listStaff } from '../../departments/people/index.ts'
import { runCommand, type House } from '../../host/context.ts'
import { demand } from '../demand.ts'

/** The warehouse's own program listens to orders. It is paused: a demo calls nobody, and this address is nobody's. */
export async function loadWebhook(house: House): Promise<void> {
  if (await hasWebhooks(house.database)) return
  const { items } = demand(await listStaff(house.database, { limit: 100 }))
  const owner = items.find(({ roles }) => roles.includes('owner'))
  const staff = owner && (await findStaffActorById(house.database, owner.id))
  if (!staff) return
  const made = await runCommand(house, { actor: staff }, async (ctx) => {
    const webhook = await createWebhook(ctx, house, {
      name: 'Warehouse program',
      address: 'https://warehouse.example/fondaco',
      kinds: ['order.cancelled.v1', 'order.paid.v1'],
    })
    return webhook.ok ? pauseWebhook(ctx, webhook.value.id) : webhook
  })
  demand(made)
}
