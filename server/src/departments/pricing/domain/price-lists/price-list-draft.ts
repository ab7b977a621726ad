import { isCurrencyCode, type CurrencyCode } from '../../../../kernel/currency.ts'
import type { Id } from '../../../../kernel/ids.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import { instantOf } from '../../../../kernel/time.ts'
import { refusals } from '../refusals.ts'
import { checkPriceList, readDerivation, type DerivationJson } from './price-list-json.ts'
import type { Derivation } from './price-list.ts'

export type PriceListId = Id<'price-list'>

/** A price list as people keep it, without its prices. */
export interface PriceListDraft {
  readonly code: string
  readonly names: Readonly<Record<string, string>>
  readonly currency: string
  readonly priority: number
  /** Empty: not narrowed. */
  readonly markets: readonly string[]
  readonly channels: readonly string[]
  readonly groups: readonly string[]
  readonly companies: readonly string[]
  readonly announced: boolean
  /** IANA name: by whose clock it begins and ends. */
  readonly zone: string
  /** `2026-12-01T00:00:00` by that clock. */
  readonly begins: string | null
  readonly ends: string | null
  /** `of` is a list's id here. */
  readonly derivation: DerivationJson | null
}

/** The same with what follows from it. */
export interface SoundDraft extends PriceListDraft {
  readonly beginsAt: Date | null
  readonly endsAt: Date | null
  readonly derived: Derivation | null
}

/** A list whose prices are its own: what another one may be derived from. */
export interface PossibleBase {
  readonly id: string
  readonly currency: string
  readonly isDerived: boolean
}

/** Local wishes become instants: midnight of Rome is another hour of UTC in summer, and a time that clocks leave out is the next. */
export function soundDraft(draft: PriceListDraft, base: PossibleBase | undefined): Result<SoundDraft> {
  const { zone, begins, ends, derivation, currency } = draft
  if (!isCurrencyCode(currency)) return refusals.unknown_currency({ field: 'currency', params: { currency } })
  const beginsAt = begins === null ? null : instantOf(begins, zone)
  const endsAt = ends === null ? null : instantOf(ends, zone)
  if (beginsAt === undefined) return refusals.price_list_time_unknown({ field: 'begins' })
  if (endsAt === undefined) return refusals.price_list_time_unknown({ field: 'ends' })
  if (derivation?.of !== undefined && (!base || base.isDerived || base.currency !== currency)) {
    return refusals.price_list_base_unknown({ field: 'derivation.of' })
  }
  const derived = derivation && readDerivation(derivation)
  const checked = checkPriceList(
    { ...(beginsAt && { from: beginsAt }), ...(endsAt && { until: endsAt }), ...(derived && { derivation: derived }) },
    '',
  )
  if (checked.ok) return ok({ ...draft, beginsAt, endsAt, derived })
  const { field, ...rest } = checked.refusal
  return { ok: false, refusal: { ...rest, field: (field ?? '').replace(/^\./, '').replace(/^until$/, 'ends') } }
}

/** What changes prices of a list that is active; its names and its code do not. */
export function pricesDiffer(a: PriceListDraft, b: PriceListDraft): boolean {
  const said = ({ code: _code, names: _names, ...rest }: PriceListDraft) => JSON.stringify(rest)
  return said(a) !== said(b)
}

export const currencyOf = (draft: Pick<PriceListDraft, 'currency'>) => draft.currency as CurrencyCode
