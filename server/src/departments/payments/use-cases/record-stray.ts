import type { Context } from '../../../host/context.ts'
import { money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { settleTodo } from '../../work/index.ts'
import type { ProviderPayment } from '../domain/provider.ts'
import { leftOf } from '../domain/stray.ts'
import { findStray } from '../queries/find-strays.ts'
import { lockStray } from '../store/locks.ts'
import { keepStray, setStrayTodo, settleStray, type Stray } from '../store/strays.ts'
import type { Words } from './ask-to-explain.ts'
import { askWhoKeepsBooks } from './ask-who-keeps-books.ts'

/**
 * Money at a provider that no payment of ours knows: a person is asked once whose it is, with all that the provider says. When it went back
 * there, the to-do is done by itself. Nothing is booked: what nobody knows is nobody's yet.
 */
export async function recordStray(
  ctx: Context,
  { provider, truth }: { readonly provider: string; readonly truth: ProviderPayment },
): Promise<Result<void>> {
  const { id: providerPaymentId, reference, currency } = truth
  const changed = await keepStray(ctx, { provider, providerPaymentId, reference, currency, amount: leftOf(truth) })
  if (changed) ctx.enqueue({ kind: 'ask-about-stray', payload: { provider, providerPaymentId } })
  return ok()
}

/** Asks about it as long as there is something of it, and no longer. */
export async function askAboutStray(
  ctx: Context,
  named: Pick<Stray, 'provider' | 'providerPaymentId'>,
  { translate, formatMoney }: Words,
): Promise<Result<void>> {
  lockStray(ctx, named.provider, named.providerPaymentId)
  const stray = await findStray(ctx.tx, named)
  if (!stray || stray.settledAt !== null) return ok()
  if (stray.amount > 0n) {
    if (stray.todoId !== null) return ok()
    const { provider, providerPaymentId: id } = stray
    const title = translate('payments.stray.title', {
      provider,
      amount: formatMoney(money(stray.amount, stray.currency)),
    })
    const note = translate('payments.stray.note', { id, reference: stray.reference || '–' })
    setStrayTodo(ctx, stray, await askWhoKeepsBooks(ctx, { title, note }))
    return ok()
  }
  settleStray(ctx, stray)
  if (stray.todoId !== null) await settleTodo(ctx, { id: stray.todoId, reason: translate('payments.stray.gone') })
  return ok()
}
