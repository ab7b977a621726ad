import { decimalText } from '../../../kernel/decimal.ts'
import { exponentOf } from '../../../kernel/currency.ts'
import { percentText } from '../../../kernel/rate.ts'
import type { Facts, FactValue } from './approval-facts.ts'

/** Facts as short texts for one line of an inbox, the same in every language: "612.00 EUR", "22 %". */
export function factTexts(facts: Facts): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, textOf(fact)]))
}

function textOf(fact: FactValue): string {
  switch (fact.kind) {
    case 'money':
      return `${decimalText(fact.money.amount, exponentOf(fact.money.currency))} ${fact.money.currency}`
    case 'percent':
      return fact.percent === 'beyond' ? '∞' : `${percentText(fact.percent)} %`
    case 'count':
      return String(fact.count)
    default:
      return fact.values === '*' ? '*' : fact.values.join(', ')
  }
}
