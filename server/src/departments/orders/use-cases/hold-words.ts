import type { Locale } from '../../../host/i18n/locales.ts'
import type { MessageValues, Translate } from '../../../host/i18n/translate.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Because, HoldTerms } from '../domain/hold-rule.ts'

export interface Speaking {
  readonly translate: Translate
  readonly locale: Locale
  /** Of host/i18n. */
  readonly formatMoney: (amount: Money, locale: Locale) => string
}

// i18n-dynamic: orders.holds.because.*, orders.holds.rules.*

/** Why an order waits, as a sentence in the reader's language. */
export function sayBecause({ because, params }: Because, speaking: Speaking): string {
  return speaking.translate(`orders.holds.because.${because}`, spoken(params, speaking))
}

/** What a rule does, in plain words: "Hold orders over 500 EUR of first-time buyers". */
export function sayRule(terms: HoldTerms, speaking: Speaking): string {
  const { translate, locale } = speaking
  const say = (rule: string, values: MessageValues = {}) => translate(`orders.holds.rules.${rule}`, values)
  const listed = new Intl.ListFormat(locale, { type: 'disjunction' })
  switch (terms.what) {
    case 'value': {
      const amounts = Object.entries(terms.over).map(([currency, amount]) => moneyIn({ amount, currency }, speaking))
      return say(terms.firstTime ? 'value_first_time' : 'value', { amounts: listed.format(amounts) })
    }
    case 'frequency':
      return say(`frequency_${terms.by}`, { orders: terms.orders, hours: terms.hours })
    case 'email_domain':
      return say('email_domain', { domains: listed.format(terms.domains) })
    default:
      return say(terms.what)
  }
}

function spoken(params: Because['params'], speaking: Speaking): MessageValues {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? moneyIn(value, speaking) : value]),
  )
}

function moneyIn(
  { amount, currency }: { readonly amount: number; readonly currency: string },
  { formatMoney, locale }: Speaking,
): string {
  return formatMoney(money(BigInt(amount), currency), locale)
}
