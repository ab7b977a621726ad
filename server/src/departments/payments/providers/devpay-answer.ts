import { currencyCode, exponentOf, isCurrencyCode, type CurrencyCode } from '../../../kernel/currency.ts'
import { Outage } from '../../../kernel/outage.ts'
import { fromProviderUnits } from '../domain/provider-amount.ts'

/** A state that no document mentions tells nothing: it is no answer, and is asked for again. */
export function documented(states: ReadonlySet<string>, state: string): void {
  if (!states.has(state)) throw new Outage('payments.provider_away', `unknown state ${state.slice(0, 40)}`)
}

export function unitsOf(currency: string): (amount: number) => bigint {
  if (!isCurrencyCode(currency)) throw new Outage('payments.provider_away', `unknown currency ${currency.slice(0, 10)}`)
  const code: CurrencyCode = currencyCode(currency)
  return (amount) => fromProviderUnits(BigInt(amount), code, exponentOf(code))
}
