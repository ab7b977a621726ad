import { decimalText } from '../../../kernel/decimal.ts'
import { exponentOf } from '../../../kernel/currency.ts'
import { percentFromPpm, percentText, type Percent } from '../../../kernel/rate.ts'
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
      return fact.percent === 'beyond' ? '∞' : `${percentText(rounded(fact.percent))} %`
    case 'count':
      return String(fact.count)
    default:
      return fact.values === '*' ? '*' : fact.values.join(', ')
  }
}

/** To hundredths, as the request's own page shows it. */
function rounded({ ppm }: Percent): Percent {
  const half = ppm < 0n ? -50n : 50n
  return percentFromPpm(((ppm + half) / 100n) * 100n)
}
