import type { Locale } from '../../../host/i18n/locales.ts'
import type { Translate } from '../../../host/i18n/translate.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { priceBasket } from '../domain/price-basket.ts'
import { presentPriced } from './present-priced.ts'
import { readSnapshot } from './read-snapshot.ts'
import type { PricedJson, SnapshotJson } from './snapshot-schemas.ts'

interface Asked {
  readonly now: Date
  readonly locale: Locale
  readonly t: Translate
}

/** What a snapshot costs and why, by the function that the shop sells by; nothing of a shop is asked or changed. */
export function simulatePrice(json: SnapshotJson, { now, locale, t }: Asked): Result<PricedJson> {
  const snapshot = readSnapshot(json, now)
  if (!snapshot.ok) return snapshot
  const priced = priceBasket(snapshot.value)
  if (!priced.ok) return priced
  const promotions = snapshot.value.sale?.promotions ?? []
  const promotionNames = new Map(promotions.map(({ code, names }) => [code, names[locale] ?? names['en'] ?? code]))
  return ok(presentPriced(priced.value, { locale, t, promotionNames }))
}
