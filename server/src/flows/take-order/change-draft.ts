import type { Context } from '../../host/context.ts'
import type { Result } from '../../kernel/result.ts'
import { payWithCredit } from '../../departments/gift-cards/index.ts'
import { getDraft, putDraft } from '../../departments/orders/index.ts'
import { keyOfDraft } from './key-of-draft.ts'

/** The whole draft anew. Store credit is a person's own: what one was to pay with is not the next one's to lose. */
export async function changeDraft(ctx: Context, change: Parameters<typeof putDraft>[1]): ReturnType<typeof putDraft> {
  const before = await getDraft(ctx.tx, change.id)
  const saved = await putDraft(ctx, change)
  if (!saved.ok || !before.ok || before.value.customerId === change.wish.customerId) return saved
  const freed: Result<void> = await payWithCredit(ctx, keyOfDraft(before.value), false)
  return freed.ok ? saved : freed
}
