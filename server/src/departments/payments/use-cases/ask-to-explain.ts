import type { Context } from '../../../host/context.ts'
import type { Translate } from '../../../host/i18n/translate.ts'
import { money, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { settleTodo } from '../../work/index.ts'
import { findPayout, listPayoutLines, type Payout, type PayoutLine } from '../queries/find-payout.ts'
import { lockPayouts } from '../store/locks.ts'
import { saveTodo } from '../store/payouts.ts'
import { askWhoKeepsBooks } from './ask-who-keeps-books.ts'

/** How those who are asked are spoken to. */
export interface Words {
  readonly translate: Translate
  readonly formatMoney: (amount: Money) => string
}

/** More in one to-do nobody reads: the payout's page shows them all. */
const MOST_LINES = 20

// i18n-dynamic: payments.payouts.reasons.*

/** One to-do for all of a payout that nobody can explain, as long as there is something; it settles itself with the last line. */
export async function askToExplain(ctx: Context, id: string, words: Words): Promise<Result<void>> {
  lockPayouts(ctx)
  const payout = await findPayout(ctx.tx, id)
  if (!payout) return ok()
  const open = (await listPayoutLines(ctx.tx, id)).filter(({ verdict }) => verdict === 'unexplained')
  if (open.length > 0 && payout.todoId === null) saveTodo(ctx, id, await ask(ctx, payout, open, words))
  if (open.length === 0 && payout.todoId !== null) {
    await settleTodo(ctx, { id: payout.todoId, reason: words.translate('payments.payouts.todo.done') })
    saveTodo(ctx, id, null)
  }
  return ok()
}

async function ask(
  ctx: Context,
  payout: Payout,
  open: readonly PayoutLine[],
  { translate, formatMoney }: Words,
): Promise<string | null> {
  const said = (amount: bigint) => formatMoney(money(amount, payout.currency))
  const lines = open.slice(0, MOST_LINES).map((line) => {
    const reason = translate(`payments.payouts.reasons.${line.reason}`)
    return `${said(line.amount)} · ${[line.sourceRef, line.description].filter(Boolean).join(' · ') || line.kind}: ${reason}`
  })
  return askWhoKeepsBooks(ctx, {
    title: translate('payments.payouts.todo.title', { amount: said(payout.amount), count: open.length }),
    note: lines.join('\n'),
    record: { type: 'payout', id: payout.id },
  })
}
