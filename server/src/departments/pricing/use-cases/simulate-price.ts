import { ok, type Result } from '../../../kernel/result.ts'
import { priceBasket } from '../domain/price-basket.ts'
import type { PricedBasket } from '../domain/priced-basket.ts'
import { readSnapshot } from '../domain/read-snapshot.ts'
import type { SnapshotJson } from '../domain/snapshot-json.ts'

export interface Simulated {
  readonly priced: PricedBasket
  /** What the promotions are called in a language, by code. */
  readonly promotionNames: ReadonlyMap<string, string>
  readonly listNames: ReadonlyMap<string, string>
}

/** What a snapshot costs and why, by the function that the shop sells by; nothing of a shop is asked or changed. */
export function simulatePrice(json: SnapshotJson, { now, locale }: { now: Date; locale: string }): Result<Simulated> {
  const snapshot = readSnapshot(json, now)
  if (!snapshot.ok) return snapshot
  const priced = priceBasket(snapshot.value)
  if (!priced.ok) return priced
  const { promotions = [], priceLists = [] } = snapshot.value.sale ?? {}
  const namesOf = (named: readonly { readonly code: string; readonly names: Readonly<Record<string, string>> }[]) =>
    new Map(named.map(({ code, names }) => [code, names[locale] ?? names['en'] ?? code]))
  return ok({
    priced: priced.value,
    promotionNames: namesOf(promotions),
    listNames: namesOf(priceLists),
  })
}
