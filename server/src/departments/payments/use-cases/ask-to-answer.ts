import type { Context } from '../../../host/context.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { addDays, compareDates, localDateIn } from '../../../kernel/time.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { makeTodo } from '../../work/index.ts'
import { disputesRole } from '../queries/disputes-role.ts'
import type { DisputeToAnswer } from '../queries/find-dispute.ts'
import { lockPayment } from '../store/load-payments.ts'
import { loadDispute, setDisputeTodo } from '../store/disputes.ts'

/** A to-do for those who answer disputes, due the day before the bank takes no answer any more; asked twice it is one. */
export async function askToAnswer(
  ctx: Context,
  wish: DisputeToAnswer,
  words: { readonly title: string; readonly note: string },
): Promise<Result<void>> {
  await lockPayment(ctx, wish.paymentId)
  const dispute = await loadDispute(ctx, wish)
  const stage = dispute?.inquiry ? 'inquiry' : 'dispute'
  if (!dispute || dispute.state !== 'needs_response' || dispute.answered || dispute.askedFor === stage) return ok()
  const asked = {
    ...words,
    record: { type: 'dispute', id: wish.id },
    priority: 'high' as const,
    dueOn: dueOn(ctx, wish),
  }
  const role = await readSetting(ctx.tx, disputesRole)
  // A role that is not there any more is asked nothing; owners always are.
  for (const id of [role.trim(), 'owner']) {
    const todo = await makeTodo(ctx, { ...asked, assignee: { kind: 'role', id } })
    if (!todo.ok) continue
    setDisputeTodo(ctx, wish.id, { todoId: todo.value.id, stage })
    return ok()
  }
  return ok()
}

function dueOn(ctx: Context, { dueAt, timeZone }: DisputeToAnswer): string | null {
  if (dueAt === null) return null
  const today = localDateIn(ctx.now, timeZone)
  const before = addDays(localDateIn(dueAt, timeZone), -1)
  return compareDates(before, today) < 0 ? today : before
}
