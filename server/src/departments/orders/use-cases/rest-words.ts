import type { House } from '../../../host/context.ts'
import { formatMoney } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { moneyFromJson, type MoneyJson } from '../../../kernel/money.ts'

/** Beside an order that was found: that it is but a deposit, and what waits. */
export function restWords({ translations }: Pick<House, 'translations'>, rest: MoneyJson, locale: Locale): string {
  return translations.for(locale)('orders.search.rest', { amount: formatMoney(moneyFromJson(rest), locale) })
}
