import { resealRows } from '../../../host/auth/reseal-rows.ts'
import { runCommand, system, type House } from '../../../host/context.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { ok } from '../../../kernel/result.ts'
import { listLeftBehind, listOutOfPatience } from '../queries/read-webhooks.ts'
import { webhookKeeping, webhookPatience } from '../queries/webhook-settings.ts'
import { forgetDeliveries } from '../store/webhook-deliveries.ts'
import { sealedWebhookSecrets } from '../store/webhooks.ts'
import { askForDelivery } from './ask-for-delivery.ts'
import { disableWebhook } from './disable-webhook.ts'

/**
 * The reconciler, by the clock alone: what waits with no job to bring it gets one, what failed for days is told nothing more, what is old
 * is forgotten, and secrets follow the house's own.
 */
export async function keepWebhooks(house: House): Promise<void> {
  const now = house.clock.now()
  const days = await readSetting(house.database, webhookPatience)
  for (const id of await listOutOfPatience(house.database, { now, days })) await disableWebhook(house, id, 'failing')
  const left = await listLeftBehind(house.database, now)
  const keeping = await readSetting(house.database, webhookKeeping)
  await runCommand(house, { actor: system('webhooks') }, async (ctx) => {
    for (const id of left) askForDelivery(ctx, id)
    await forgetDeliveries(ctx, keeping)
    return ok()
  })
  const sealed = await resealRows(house, sealedWebhookSecrets)
  if (sealed > 0) house.log.info('secrets.resealed', { webhooks: sealed })
}
