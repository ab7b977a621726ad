import type { Context } from '../../../host/context.ts'
import { formatMoney } from '../../../host/i18n/format.ts'
import { defaultLocale } from '../../../host/i18n/locales.ts'
import { money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { settleTodo } from '../../work/index.ts'
import type { ProviderPayment } from '../domain/provider.ts'
import { leftOf } from '../domain/stray.ts'
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
  words: Words,
): Promise<Result<void>> {
  const { id: providerPaymentId, reference, currency } = truth
  const stray: Stray = { provider, providerPaymentId, reference, currency, amount: leftOf(truth) }
  const changed = await keepStray(ctx, stray)
  if (!changed) return ok()
  const translate = words.translations.for(defaultLocale)
  if (stray.amount > 0n) {
    if (changed.todoId !== null) return ok()
    const amount = formatMoney(money(stray.amount, currency), defaultLocale)
    const title = translate('payments.stray.title', { provider, amount })
    const note = translate('payments.stray.note', { id: providerPaymentId, reference: reference || '–' })
    const todoId = await askWhoKeepsBooks(ctx, { title, note })
    setStrayTodo(ctx, stray, todoId)
    ctx.log.warn('payment.unknown', { provider, providerPaymentId })
    return ok()
  }
  settleStray(ctx, stray)
  if (changed.todoId !== null) {
    await settleTodo(ctx, { id: changed.todoId, reason: translate('payments.stray.gone') })
  }
  return ok()
}
