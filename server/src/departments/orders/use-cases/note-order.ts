import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { beginThread, deleteComment, speakerOf, type Speaker } from '../../work/index.ts'
import { findMade } from '../queries/bulk-outcomes.ts'
import { lockOrder } from './change-order.ts'

/** Who may change orders sees them: the route and the task ask for it. */
const sight = async () => true

/** A note for colleagues, by who asked for it; answers the comment's id. It is talk on the order like any other. */
export async function noteOrder(
  ctx: Context,
  { orderId, body }: { readonly orderId: string; readonly body: string },
): Promise<Result<{ readonly id: string }>> {
  const order = await lockOrder(ctx, orderId)
  if (!order.ok) return order
  const speaker = await whoSpeaks(ctx)
  if (!speaker.ok) return speaker
  const record = { type: 'order', id: orderId }
  const begun = await beginThread(ctx, { record, sharedWith: null, body, mentions: [], speaker: speaker.value, sight })
  return begun.ok ? ok({ id: begun.value.commentId }) : begun
}

/** The note that this task wrote: its words go, its trace stays. Already taken back it is no fault. */
export async function takeNoteBack(
  ctx: Context,
  { orderId, taskId }: { readonly orderId: string; readonly taskId: string },
): Promise<Result<boolean>> {
  const id = await findMade(ctx.tx, { taskId, orderId })
  if (id === undefined) return ok(false)
  const speaker = await whoSpeaks(ctx)
  if (!speaker.ok) return speaker
  const deleted = await deleteComment(ctx, { id, speaker: speaker.value, sight })
  if (deleted.ok) return ok(true)
  return deleted.refusal.code === 'work.comment_deleted' ? ok(false) : deleted
}

/** Notes are a person's: a program with a key leaves none in its owner's name. */
async function whoSpeaks(ctx: Context): Promise<Result<Speaker>> {
  if (ctx.actor.kind !== 'staff') return hostRefusals.not_allowed()
  return ok(await speakerOf(ctx.tx, ctx.actor))
}
