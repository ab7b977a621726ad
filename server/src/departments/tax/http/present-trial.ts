// i18n-dynamic: pricing.reasons.*
import { formatMoney } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import type { Translate } from '../../../host/i18n/translate.ts'
import { moneyToJson } from '../../../kernel/money.ts'
import { percentText } from '../../../kernel/rate.ts'
import type { Tried } from '../use-cases/try-taxes.ts'

/** What one piece is taxed, as JSON, with the reasons as sentences in the reader's language. */
export function presentTrial({ net, taxes, total, treatment, reasons }: Tried, locale: Locale, t: Translate) {
  return {
    net: moneyToJson(net),
    taxes: taxes.map(({ name, percent, tax }) => ({ name, percent: percentText(percent), tax: moneyToJson(tax) })),
    total: moneyToJson(total),
    treatment: treatment ?? null,
    reasons: reasons.map(({ because, params }) => {
      const values = Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'object' ? formatMoney(value, locale) : value,
      ])
      return { because, text: t(`pricing.reasons.${because}`, Object.fromEntries(values) as Record<string, string>) }
    }),
  }
}
