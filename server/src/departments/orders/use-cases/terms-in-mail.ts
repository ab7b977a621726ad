import type { Locale } from '../../../host/i18n/locales.ts'
import type { Translate } from '../../../host/i18n/translate.ts'
import { plainParagraphs } from '../../../host/rich-text/rich-text.ts'
import { filled, type PolicyKind } from '../../legal/index.ts'
import type { OrderToConfirm } from './find-order-to-confirm.ts'

/** What belongs to the contract, what binds most first; how data are kept and what discounts mean is read at its address. */
const OF_THE_CONTRACT: readonly PolicyKind[] = ['sales', 'returns', 'shipping', 'warranty']

/**
 * The terms word for word, and the form to withdraw with: a link to pages of the seller is no durable medium (Directive 2011/83/EU, art.
 * 2(10), 8(7) and annex I(B); Court of Justice, C-49/11, Content Services).
 */
export function termsInMail(
  { terms, seller }: Pick<OrderToConfirm, 'terms' | 'seller'>,
  { locale, translate }: { readonly locale: Locale; readonly translate: Translate },
): string[] {
  const bound = OF_THE_CONTRACT.flatMap((kind) => terms.find((one) => one.kind === kind) ?? [])
  const rows = bound.flatMap(({ kind, number, texts, rules }) => {
    const text = [texts[locale], texts['en'], ...Object.values(texts)].find((one) => one?.trim()) ?? ''
    // i18n-dynamic: legal.kinds.*
    const title = translate('legal.version_of', { kind: translate(`legal.kinds.${kind}`), number })
    return [title.toLocaleUpperCase(locale), ...plainParagraphs(filled(text, { ...rules, ...seller })), '']
  })
  const withdraws = bound.some(({ rules }) => (rules.withdrawalDays ?? 0) > 0)
  return withdraws ? [...rows, ...translate('orders.confirmation.withdrawal_form', { ...seller }).split('\n')] : rows
}
