import type { Context } from '../../../host/context.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Draft } from '../domain/draft.ts'
import { refusals } from '../domain/refusals.ts'
import { getDraft } from '../queries/drafts.ts'
import { lockBasket, lockDraft } from '../store/locks.ts'

/** Still a draft, and nobody else’s to change until the transaction ends. The basket comes first (docs/lock-order.md). */
export async function lockOpenDraft(ctx: Context, id: string): Promise<Result<Draft>> {
  const found = await getDraft(ctx.tx, id)
  if (!found.ok) return found
  lockBasket(ctx, found.value.basketId)
  lockDraft(ctx, id)
  const draft = await getDraft(ctx.tx, id)
  if (draft.ok && draft.value.orderId !== null) return refusals.draft_ordered()
  return draft
}
