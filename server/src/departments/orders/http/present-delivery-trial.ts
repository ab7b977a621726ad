// i18n-dynamic: pricing.reasons.*, orders.ways.*
import { formatMoney } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import type { Translate } from '../../../host/i18n/translate.ts'
import { money, moneyToJson } from '../../../kernel/money.ts'
import { presentPickup } from '../queries/present-basket.ts'
import type { DeliveryTried, ToldReason } from '../use-cases/try-delivery.ts'

const GRAMS_IN_KILOGRAM = 1000

/** The ways with their reasons, and what speaks against the others, as sentences in the reader's language. */
export function presentTrial({ currency, ways, refused }: DeliveryTried, locale: Locale, t: Translate) {
  const textIn = (texts: Readonly<Record<string, string>>) => texts[locale] ?? texts['en'] ?? ''
  const sentence = ({ because, params }: ToldReason) =>
    t(
      `pricing.reasons.${because}`,
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          typeof value === 'object' ? formatMoney(value, locale) : value,
        ]),
      ),
    )
  return {
    ways: ways.map(({ code, names, zone, price, promised, reasons, kind, leaves }) => ({
      code,
      name: textIn(names),
      zone: zone.name,
      price: moneyToJson(price),
      promisedFrom: promised.from as string,
      promisedTo: promised.to as string,
      reasons: reasons.map(sentence),
      pickup: kind === 'pickup' && leaves?.pickup ? presentPickup(leaves.pickup, locale) : null,
    })),
    refused: refused.map(({ code, names, because, limit = 0 }) => ({
      code,
      name: textIn(names),
      because,
      text: t(`orders.ways.${because}`, {
        kilograms: limit / GRAMS_IN_KILOGRAM,
        amount: formatMoney(money(limit, currency), locale),
      }),
    })),
  }
}
