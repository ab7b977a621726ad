import { isCurrencyCode } from '../../../kernel/currency.ts'
import type { Facts, FactKinds, FactValue } from './approval-facts.ts'

/** When a rule holds an act. Amounts are whole minor units, one for each currency that the shop sells in. */
export type Condition =
  | { readonly kind: 'always' }
  | {
      readonly kind: 'above_amount'
      readonly fact: string
      readonly amounts: readonly { readonly amount: number; readonly currency: string }[]
    }
  | { readonly kind: 'above_percent'; readonly fact: string; readonly ppm: number }
  | { readonly kind: 'above_count'; readonly fact: string; readonly count: number }
  | { readonly kind: 'one_of'; readonly fact: string; readonly values: readonly string[] }

/**
 * Whether an act is such that the rule holds it. What cannot be compared is held: a fact that the act does not state, an amount in a
 * currency for which the rule names none. Else whoever wants to pass would only have to say less.
 */
export function isMet(condition: Condition, facts: Facts): boolean {
  if (condition.kind === 'always') return true
  const fact = facts[condition.fact]
  return fact === undefined || exceeds(condition, fact)
}

function exceeds(condition: Exclude<Condition, { kind: 'always' }>, fact: FactValue): boolean {
  switch (condition.kind) {
    case 'above_amount': {
      if (fact.kind !== 'money') return true
      const limit = condition.amounts.find(({ currency }) => currency === fact.money.currency)
      return limit === undefined || fact.money.amount > BigInt(limit.amount)
    }
    case 'above_percent':
      return fact.kind !== 'percent' || fact.percent === 'beyond' || fact.percent.ppm > BigInt(condition.ppm)
    case 'above_count':
      return fact.kind !== 'count' || fact.count > BigInt(condition.count)
    case 'one_of':
      return isAmong(condition.values, fact)
  }
}

/** What concerns all markets concerns each of them. */
export function isAmong(wanted: readonly string[], fact: FactValue | undefined): boolean {
  if (fact?.kind !== 'choice' && fact?.kind !== 'market') return true
  return fact.values === '*' || fact.values.some((value) => wanted.includes(value))
}

const KIND_OF_FACT = {
  above_amount: ['money'],
  above_percent: ['percent'],
  above_count: ['count'],
  one_of: ['choice', 'market'],
} as const

/** Undefined when the condition can be asked of acts that state these facts; else the field at fault. */
export function flawOf(condition: Condition, kinds: FactKinds): string | undefined {
  if (condition.kind === 'always') return undefined
  const kind = kinds[condition.fact]
  if (kind === undefined || !(KIND_OF_FACT[condition.kind] as readonly string[]).includes(kind)) return 'condition.fact'
  if (condition.kind === 'above_amount') {
    const currencies = condition.amounts.map(({ currency }) => currency)
    const isRight =
      currencies.length > 0 && new Set(currencies).size === currencies.length && currencies.every(isCurrencyCode)
    return isRight ? undefined : 'condition.amounts'
  }
  if (condition.kind === 'one_of') return condition.values.length > 0 ? undefined : 'condition.values'
  return undefined
}
