import { runCommand, system, type House } from '../../../host/context.ts'
import { ok } from '../../../kernel/result.ts'
import { tell } from '../../work/index.ts'
import { pauseWebhook } from './save-webhook.ts'

// i18n-dynamic: operations.told.*
/** It failed for days, or says that nobody lives there: it is told nothing more, and its owner has that in their inbox. */
export async function disableWebhook(house: House, id: string, cause: 'failing' | 'gone'): Promise<void> {
  await runCommand(house, { actor: system('webhooks') }, async (ctx) => {
    const paused = await pauseWebhook(ctx, id, cause)
    // Removed, or paused by somebody, meanwhile.
    if (!paused.ok || paused.value === undefined) return ok()
    const { name, ownerId } = paused.value
    tell(ctx, {
      to: [{ kind: 'staff', id: ownerId }],
      kind: 'alert',
      ref: { type: 'webhook', id },
      occasion: ctx.now.toISOString(),
      record: { type: 'webhook', id },
      title: { key: `operations.told.webhook_${cause}`, params: { name } },
      path: `/webhooks/${id}`,
    })
    return ok()
  })
}
