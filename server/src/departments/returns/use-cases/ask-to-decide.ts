import type { Context } from '../../../host/context.ts'
import type { Translate } from '../../../host/i18n/translate.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { makeTodo } from '../../work/index.ts'
import type { Withdrawal } from '../queries/read-withdrawals.ts'
import { withdrawalsRole } from '../queries/withdrawals-role.ts'
import { lockWithdrawal, saveTodo } from '../store/withdrawals.ts'

interface Asking {
  readonly withdrawal: Withdrawal
  /** In the house's own language: to-dos are read by whoever takes them. */
  readonly translate: Translate
}

/** A to-do for those who decide withdrawals, due on the day by which the money is to be back; asked once, and not of what is decided. */
export async function askToDecide(ctx: Context, { withdrawal, translate }: Asking): Promise<void> {
  const { id, number, orderTyped, refundBy } = withdrawal
  const held = await lockWithdrawal(ctx, id)
  if (!held || held.todoId !== null || held.state !== 'received') return
  const asked = {
    title: translate('returns.todo.title', { number: `W-${number}` }),
    note: translate('returns.todo.note', { order: orderTyped }),
    record: { type: 'withdrawal', id },
    priority: 'high' as const,
    dueOn: refundBy,
  }
  const role = await readSetting(ctx.tx, withdrawalsRole)
  // A role that is not there any more is asked nothing; owners always are.
  for (const code of [role.trim(), 'owner']) {
    const todo = await makeTodo(ctx, { ...asked, assignee: { kind: 'role', id: code } })
    if (!todo.ok) continue
    saveTodo(ctx, id, todo.value.id)
    return
  }
}
