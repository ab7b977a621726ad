import type { Values } from '../../ui/form/field.ts'
import type { Action } from './queries.ts'

type Tier = Extract<Action, { kind: 'order_tiers' }>['tiers'][number]
type Amounts = Readonly<Record<string, number>>

/** A form has room for so many steps; more are made over the API. */
export const MOST_TIERS = 5

/** What a step is measured by, and what it gives: the same for all of them. */
export const TIER_MEASURES = ['amount', 'units'] as const
export const TIER_OFFS = ['percent', 'amounts'] as const

const places = Array.from({ length: MOST_TIERS }, (_, index) => index + 1)

/** Steps as fields: `tierUnits1`, `tierFrom1`, `tierPercent1`, `tierAmounts1`, and what all of them are measured by. */
export function tierValues(tiers: readonly Tier[]): Values {
  const [first] = tiers
  const values: Record<string, unknown> = {
    tierBy: first && typeof first.from === 'number' ? 'units' : 'amount',
    tierOff: first && 'amounts' in first.off ? 'amounts' : 'percent',
  }
  for (const place of places) {
    const tier = tiers[place - 1]
    const { from, off } = tier ?? {}
    values[`tierUnits${place}`] = typeof from === 'number' ? from : undefined
    values[`tierFrom${place}`] = Array.isArray(from) ? amountsOf(from) : {}
    values[`tierPercent${place}`] = off && 'percent' in off ? off.percent : ''
    values[`tierAmounts${place}`] = off && 'amounts' in off ? amountsOf(off.amounts) : {}
  }
  return values
}

const amountsOf = (list: readonly { readonly amount: number; readonly currency: string }[]): Amounts =>
  Object.fromEntries(list.map(({ amount, currency }) => [currency, amount]))

/** The steps that are filled, from the first on. */
export function tiersOf(values: Values): Tier[] {
  const tiers: Tier[] = []
  for (const place of places) {
    const from = fromOf(values, place)
    const off = offOf(values, place)
    if (from === undefined || off === undefined) break
    tiers.push({ from, off })
  }
  return tiers
}

function fromOf(values: Values, place: number): Tier['from'] | undefined {
  if (values['tierBy'] === 'units') {
    const units = values[`tierUnits${place}`]
    return typeof units === 'number' ? units : undefined
  }
  return listOf(values[`tierFrom${place}`])
}

function offOf(values: Values, place: number): Tier['off'] | undefined {
  if (values['tierOff'] === 'amounts') {
    const amounts = listOf(values[`tierAmounts${place}`])
    return amounts && { amounts }
  }
  const percent = values[`tierPercent${place}`]
  return typeof percent === 'string' && percent !== '' ? { percent } : undefined
}

function listOf(amounts: unknown): { amount: number; currency: string }[] | undefined {
  const list = Object.entries((amounts ?? {}) as Amounts).filter(([, amount]) => typeof amount === 'number')
  return list.length === 0 ? undefined : list.map(([currency, amount]) => ({ amount, currency }))
}

/** The fields of the steps that are filled, and of the next one. */
export function tierFields(values: Values): string[] {
  const open = Math.min(tiersOf(values).length + 1, MOST_TIERS)
  const from = values['tierBy'] === 'units' ? 'tierUnits' : 'tierFrom'
  const off = values['tierOff'] === 'amounts' ? 'tierAmounts' : 'tierPercent'
  return ['tierBy', 'tierOff', ...places.slice(0, open).flatMap((place) => [`${from}${place}`, `${off}${place}`])]
}

/** By which field the form knows what a refusal calls `terms.action.tiers.1.off.percent`. */
export function tierName(path: string): string {
  const place = Number(path.split('.')[3] ?? 0) + 1
  if (path.includes('off.percent')) return `tierPercent${place}`
  return path.includes('off') ? `tierAmounts${place}` : `tierFrom${place}`
}
