import { isUnread, type Unread } from '../../ui/form/field.ts'
import type { DeliveryMethod, Tariff } from './delivery-queries.ts'

/** What stands in a cell: read, not to be read, or nothing yet. */
export type Amount = number | Unread | undefined

export interface BracketDraft {
  /** Undefined in the last: everything above. */
  readonly upTo: Amount
  readonly price: Amount
}

export interface SurchargeDraft {
  readonly name: string
  readonly price: Amount
  readonly per: 'order' | 'unit'
  readonly categories: readonly string[]
}

export interface TariffDraft {
  readonly by: Tariff['by']
  readonly price: Amount
  readonly next: Amount
  readonly brackets: readonly BracketDraft[]
  readonly freeFrom: Amount
  readonly surcharges: readonly SurchargeDraft[]
}

export interface RateDraft {
  readonly zone: string
  readonly minDays: number | undefined
  readonly maxDays: number | undefined
  readonly tariffs: Readonly<Record<string, TariffDraft>>
}

const OPEN: BracketDraft = { upTo: undefined, price: undefined }

export const BLANK_TARIFF: TariffDraft = {
  by: 'flat',
  price: undefined,
  next: undefined,
  brackets: [OPEN],
  freeFrom: undefined,
  surcharges: [],
}

export const draftOfRates = (rates: DeliveryMethod['rates']): RateDraft[] =>
  rates.map(({ tariffs, ...rate }) => ({
    ...rate,
    tariffs: Object.fromEntries(Object.entries(tariffs).map(([currency, one]) => [currency, draftOf(one)])),
  }))

export function draftOf(tariff: Tariff): TariffDraft {
  const { by, freeFrom, surcharges = [] } = tariff
  const kept = { ...BLANK_TARIFF, by, freeFrom, surcharges }
  if (by === 'flat') return { ...kept, price: tariff.price }
  if (by === 'first_next') return { ...kept, price: tariff.first, next: tariff.next }
  return { ...kept, brackets: tariff.brackets.map(({ upTo, price }) => ({ upTo: upTo ?? undefined, price })) }
}

const isNumber = (amount: Amount): amount is number => typeof amount === 'number'
const isEmptyOrNumber = (amount: Amount) => amount === undefined || isNumber(amount)

/** Which line of a table does not begin above the one before it. */
export function falling({ by, brackets }: Pick<TariffDraft, 'by' | 'brackets'>): number | undefined {
  let before = by === 'units' ? 0 : -1
  for (const [at, { upTo }] of brackets.slice(0, -1).entries()) {
    if (!isNumber(upTo)) continue
    if (upTo <= before) return at
    before = upTo
  }
  return undefined
}

function isWhole(tariff: TariffDraft): boolean {
  const { by, price, next, brackets, freeFrom, surcharges } = tariff
  if (!isEmptyOrNumber(freeFrom)) return false
  if (surcharges.some((one) => one.name.trim() === '' || !isNumber(one.price))) return false
  if (by === 'flat') return isNumber(price)
  if (by === 'first_next') return isNumber(price) && isNumber(next)
  const last = brackets.length - 1
  return (
    falling(tariff) === undefined &&
    brackets.every((one, at) => isNumber(one.price) && (at === last || isNumber(one.upTo)))
  )
}

/** Whether everything that is needed is there and can be read; what else is wrong the server says. */
export function areWhole(rates: readonly RateDraft[]): boolean {
  return (
    rates.length > 0 &&
    rates.every(
      ({ zone, minDays, maxDays, tariffs }) =>
        zone !== '' &&
        minDays !== undefined &&
        maxDays !== undefined &&
        minDays <= maxDays &&
        Object.keys(tariffs).length > 0 &&
        Object.values(tariffs).every(isWhole),
    )
  )
}

/** Whole drafts as the operation takes them. */
export function ratesOf(drafts: readonly RateDraft[]): object[] {
  return drafts.map(({ tariffs, ...rate }) => ({
    ...rate,
    tariffs: Object.fromEntries(Object.entries(tariffs).map(([currency, one]) => [currency, tariffOf(one)])),
  }))
}

function tariffOf({ by, price, next, brackets, freeFrom, surcharges }: TariffDraft): object {
  const extras = { ...(isNumber(freeFrom) && { freeFrom }), ...(surcharges.length > 0 && { surcharges }) }
  if (by === 'flat') return { by, price, ...extras }
  if (by === 'first_next') return { by, first: price, next, ...extras }
  const last = brackets.length - 1
  return {
    by,
    brackets: brackets.map((one, at) => ({ upTo: at === last ? null : one.upTo, price: one.price })),
    ...extras,
  }
}

/** One more line above the last, which stays open. */
export function withBracket(tariff: TariffDraft): TariffDraft {
  const last = tariff.brackets.at(-1) ?? OPEN
  return { ...tariff, brackets: [...tariff.brackets.slice(0, -1), { upTo: undefined, price: undefined }, last] }
}

export const amountOf = (value: { readonly amount: number } | Unread | undefined): Amount =>
  value === undefined || isUnread(value) ? value : value.amount
