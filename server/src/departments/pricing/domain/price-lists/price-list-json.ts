import { exponentOf, type CurrencyCode } from '../../../../kernel/currency.ts'
import { decimalText, parseExactDecimal, shortestDecimal, tenTo } from '../../../../kernel/decimal.ts'
import { percent } from '../../../../kernel/rate.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import { refusals } from '../refusals.ts'
import { FINE_DECIMALS, type Derivation, type FinePrice, type ListTier, type PriceList } from './price-list.ts'

/** A price list of a snapshot as JSON; what is left out does not narrow it. */
export interface PriceListJson {
  readonly code: string
  readonly names?: Readonly<Record<string, string>>
  /** The market's, unless told. */
  readonly currency?: string
  readonly priority?: number
  readonly markets?: readonly string[]
  readonly channels?: readonly string[]
  readonly groups?: readonly string[]
  readonly companies?: readonly string[]
  readonly from?: string
  readonly until?: string
  readonly announced?: boolean
  readonly derivation?: DerivationJson
  readonly prices?: readonly ListPriceJson[]
}

export interface DerivationJson {
  /** A percentage: "-10" takes a tenth off. */
  readonly change: string
  readonly of?: string
  readonly step?: number
  readonly less?: number
}

export interface ListPriceJson {
  readonly variantId: string
  readonly from?: number
  /** Of a piece, in whole currency units: "0.0125". */
  readonly price: string
}

/** "0.0125" of a currency in ten-thousandths of its minor unit; undefined where it is finer than that. */
export function parseFine(text: string, currency: CurrencyCode): FinePrice | undefined {
  const decimal = parseExactDecimal(text)
  if (!decimal || decimal.value < 0n) return undefined
  const { value, scale } = shortestDecimal(decimal)
  const places = exponentOf(currency) + FINE_DECIMALS
  return scale > places ? undefined : value * tenTo(places - scale)
}

/** 12500 of EUR is "0.0125"; never fewer decimals than the currency has. */
export function fineText(price: FinePrice, currency: CurrencyCode): string {
  const least = exponentOf(currency)
  const { value, scale } = shortestDecimal({ value: price, scale: least + FINE_DECIMALS })
  return scale >= least ? decimalText(value, scale) : decimalText(value * tenTo(least - scale), least)
}

export function readDerivation({ change, of, step, less }: DerivationJson): Derivation {
  return { ppm: percent(change).ppm, of, step: BigInt(step ?? 1), less: BigInt(less ?? 0) }
}

/** The lists of a snapshot, or what no schema can say against them. */
export function readPriceLists(lists: readonly PriceListJson[], currency: CurrencyCode): Result<PriceList[]> {
  const read: PriceList[] = []
  for (const [index, json] of lists.entries()) {
    const field = `priceLists.${index}`
    if (read.some(({ code }) => code === json.code)) {
      return refusals.price_list_code_taken({ field: `${field}.code`, params: { code: json.code } })
    }
    const list = readPriceList(json, currency, field)
    if (!list.ok) return list
    read.push(list.value)
  }
  const orphan = read.findIndex(({ derivation }) => {
    const { of } = derivation ?? {}
    return of !== undefined && !read.some((one) => one.code === of && one.derivation === undefined)
  })
  return orphan >= 0 ? refusals.price_list_base_unknown({ field: `priceLists.${orphan}.derivation.of` }) : ok(read)
}

function readPriceList(json: PriceListJson, usual: CurrencyCode, field: string): Result<PriceList> {
  const { code, names, markets, channels, groups, companies, from, until, announced, derivation } = json
  const currency = (json.currency ?? usual) as CurrencyCode
  const prices = readTiers(json.prices ?? [], currency, field)
  if (!prices.ok) return prices
  const list: PriceList = {
    code,
    names: names ?? {},
    currency,
    priority: json.priority ?? 0,
    ...(markets && { markets }),
    ...(channels && { channels }),
    ...(groups && { groups }),
    ...(companies && { companies }),
    ...(from !== undefined && { from: new Date(from) }),
    ...(until !== undefined && { until: new Date(until) }),
    ...(announced !== undefined && { announced }),
    ...(derivation && { derivation: readDerivation(derivation) }),
    prices: prices.value,
  }
  const checked = checkPriceList(list, field)
  return checked.ok ? ok(list) : checked
}

/** What no schema can say of a list: a period that ends after it begins, a change that leaves something, a step above its ending. */
export function checkPriceList(
  { from, until, derivation }: Pick<PriceList, 'from' | 'until' | 'derivation'>,
  field: string,
): Result<void> {
  if (from && until && until <= from) return refusals.price_list_period_empty({ field: `${field}.until` })
  if (!derivation) return ok()
  if (derivation.ppm < -1_000_000n) return refusals.price_list_change_too_low({ field: `${field}.derivation.change` })
  if (derivation.less >= derivation.step)
    return refusals.price_list_step_too_small({ field: `${field}.derivation.less` })
  return ok()
}

function readTiers(
  rows: readonly ListPriceJson[],
  currency: CurrencyCode,
  field: string,
): Result<ReadonlyMap<string, readonly ListTier[]>> {
  const tiers = new Map<string, ListTier[]>()
  for (const [index, { variantId, from = 1, price: text }] of rows.entries()) {
    const price = parseFine(text, currency)
    if (price === undefined) {
      return refusals.price_too_fine({
        field: `${field}.prices.${index}.price`,
        params: { decimals: exponentOf(currency) + FINE_DECIMALS },
      })
    }
    const known = tiers.get(variantId) ?? []
    if (known.some((one) => one.from === from)) {
      return refusals.list_price_twice({ field: `${field}.prices.${index}.from`, params: { from } })
    }
    tiers.set(
      variantId,
      [...known, { from, price }].sort((a, b) => a.from - b.from),
    )
  }
  return ok(tiers)
}
