import type { Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import { exponentOf } from '../../../kernel/currency.ts'
import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import { currencyOf } from '../domain/price-lists/price-list-draft.ts'
import { fineText, parseFine } from '../domain/price-lists/price-list-json.ts'
import { FINE, FINE_DECIMALS } from '../domain/price-lists/price-list.ts'
import { noteOffersOfVariantsDue } from '../../catalog/index.ts'
import type { PriceStep } from '../domain/price-change.ts'
import { refusals } from '../domain/refusals.ts'
import { findListGoods, type ListGood } from '../queries/find-list-goods.ts'
import { findPriceList } from '../queries/get-price-list.ts'
import { lockPriceList, saveListPrices } from '../store/price-lists.ts'
import { auditList, type SavedPriceList } from './save-price-list.ts'
import { weighListPrices } from './weigh-price-list.ts'

/** As somebody writes it down, or pastes it: a price, or null to take it out of the list. */
export interface ListPriceWish {
  readonly sku: string
  readonly from: number
  /** In whole currency units: "0.0125". */
  readonly price: string | null
}

/** One wish beside what is: ten-thousandths of the minor unit. */
export interface WeighedWish {
  readonly wish: ListPriceWish
  readonly good: ListGood | undefined
  readonly before: bigint | undefined
  readonly after: bigint | undefined
  /** Both in whole currency units. */
  readonly texts: { readonly before: string | null; readonly after: string | null }
  readonly problem: Refusal | undefined
}

/** What setting these prices would change; nothing is written. */
export async function previewListPrices(
  reader: Pick<Database, 'rows' | 'row'>,
  { id, prices, locale }: { readonly id: string; readonly prices: readonly ListPriceWish[]; readonly locale: string },
): Promise<Result<{ readonly currency: string; readonly wishes: readonly WeighedWish[] }>> {
  const list = await findPriceList(reader, id)
  if (!list) return refusals.price_list_not_found()
  return ok({ currency: list.currency, wishes: await weighed(reader, list, prices, locale) })
}

/** Sets prices of a list, all or none. Unchanged ones write nothing; of an active list they hold at once. */
export async function setListPrices(
  ctx: Context,
  {
    id,
    prices,
    version,
  }: { readonly id: string; readonly prices: readonly ListPriceWish[]; readonly version: number | undefined },
): Promise<Result<SavedPriceList & { readonly changed: number }>> {
  const held = await lockPriceList(ctx, id)
  if (!held) return refusals.price_list_not_found()
  const expected = expectVersion(held.version, version)
  if (!expected.ok) return expected
  const wishes = await weighed(ctx.tx, { id: held.id, currency: held.draft.currency }, prices, 'en')
  const [first, ...others] = wishes.flatMap(({ problem }) => (problem ? [problem] : []))
  if (first) return { ok: false, refusal: others.length === 0 ? first : { ...first, others: [first, ...others] } }
  const changed = wishes.filter(({ before, after }) => before !== after)
  if (changed.length === 0) return ok({ id: held.id, version: held.version, changed: 0 })
  saveListPrices(
    ctx,
    held.id,
    changed.map(({ wish, good, after }) => ({
      variantId: good?.variantId ?? '',
      from: wish.from,
      fine: after ?? null,
    })),
  )
  noteOffersOfVariantsDue(
    ctx,
    changed.flatMap(({ good }) => good?.variantId ?? []),
  )
  const saved = { id: held.id, version: held.version + 1 }
  auditList(ctx, saved, [{ field: 'prices_changed', before: null, after: changed.length }])
  const admitted = held.activeAt
    ? await weighListPrices(ctx, { id: held.id, code: held.draft.code, steps: changed.flatMap(stepOf) })
    : ok()
  return admitted.ok ? ok({ ...saved, changed: changed.length }) : admitted
}

/** Against what it costs in the list now, else against the usual price. */
function stepOf({ good, before, after }: WeighedWish): PriceStep[] {
  const usual = good?.usual === null || good === undefined ? undefined : good.usual * FINE
  const to = after ?? usual
  return to === undefined ? [] : [{ after: to, now: before ?? usual, dayAgo: undefined }]
}

async function weighed(
  reader: Pick<Database, 'rows'>,
  list: { readonly id: string; readonly currency: string },
  prices: readonly ListPriceWish[],
  locale: string,
): Promise<WeighedWish[]> {
  const currency = currencyOf(list)
  const skus = prices.map(({ sku }) => sku)
  const goods = await findListGoods(reader, { listId: list.id, currency, skus, locale })
  const seen = new Set<string>()
  return prices.map((wish, index): WeighedWish => {
    const { sku, from, price } = wish
    const good = goods.get(sku)
    const after = price === null ? undefined : parseFine(price, currency)
    const key = `${from} ${sku}`
    const isTwice = seen.has(key)
    seen.add(key)
    const field = `prices.${index}`
    const problem = !good
      ? refusals.list_variant_not_found({ field: `${field}.sku`, params: { sku } })
      : isTwice
        ? refusals.list_price_twice({ field: `${field}.from`, params: { from } })
        : price !== null && after === undefined
          ? refusals.price_too_fine({
              field: `${field}.price`,
              params: { decimals: exponentOf(currency) + FINE_DECIMALS },
            })
          : undefined
    const before = good?.tiers.get(from)
    const text = (fine: bigint | undefined) => (fine === undefined ? null : fineText(fine, currency))
    return { wish, good, before, after, texts: { before: text(before), after: text(after) }, problem: problem?.refusal }
  })
}
