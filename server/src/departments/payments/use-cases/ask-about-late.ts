import type { Context } from '../../../host/context.ts'
import { money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { settleTodo } from '../../work/index.ts'
import { listLate, listLatePayments, listSettledTodos, type Late } from '../queries/awaited-payouts.ts'
import { readPayoutDays } from '../queries/payout-days.ts'
import { dropAwaitedTodo, markAsked } from '../store/awaited-payouts.ts'
import { lockPayouts } from '../store/locks.ts'
import type { Words } from './ask-to-explain.ts'
import { askWhoKeepsBooks } from './ask-who-keeps-books.ts'

const DAY_MS = 86_400_000

/** More in one to-do nobody reads: the list of what is awaited shows them all. */
const MOST_LINES = 20

/**
 * Asks where the money is that a provider took longer ago than it may keep it: one to-do for all of a provider in a currency that
 * became late since the last look, so that a provider that stops paying out is one question and not a thousand. Each is done by itself
 * when the last of its payments came.
 */
export async function askAboutLate(ctx: Context, words: Words): Promise<Result<void>> {
  lockPayouts(ctx)
  for (const todoId of await listSettledTodos(ctx.tx)) {
    await settleTodo(ctx, { id: todoId, reason: words.translate('payments.awaited.todo.done') })
    dropAwaitedTodo(ctx, todoId)
  }
  const days = await readPayoutDays(ctx.tx)
  const before = new Date(ctx.now.getTime() - days * DAY_MS)
  for (const late of await listLate(ctx.tx, before)) {
    const { provider, currency } = late
    const todoId = await ask(ctx, late, { before, days }, words)
    if (todoId !== null) markAsked(ctx, { todoId, provider, currency, before })
  }
  return ok()
}

async function ask(
  ctx: Context,
  { provider, currency, count, amount }: Late,
  { before, days }: { readonly before: Date; readonly days: number },
  { translate, formatMoney }: Words,
): Promise<string | null> {
  const payments = await listLatePayments(ctx.tx, { provider, currency, before, most: MOST_LINES })
  const said = (sum: bigint) => formatMoney(money(sum, currency))
  const lines = payments.map(({ orderNumber, providerRef, amount: one, capturedAt }) =>
    translate('payments.awaited.todo.line', {
      order: orderNumber ?? '–',
      amount: said(one),
      day: capturedAt.toISOString().slice(0, 10),
      reference: providerRef,
    }),
  )
  const [first] = payments
  return askWhoKeepsBooks(ctx, {
    title: translate('payments.awaited.todo.title', { provider, count, amount: said(amount) }),
    note: [translate('payments.awaited.todo.note', { days }), ...lines].join('\n'),
    record: count === 1 && first ? { type: 'payment', id: first.paymentId } : null,
  })
}
