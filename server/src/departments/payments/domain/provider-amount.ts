import { assert } from '../../../kernel/assert.ts'
import { exponentOf, type CurrencyCode } from '../../../kernel/currency.ts'

/**
 * Providers count money in decimals of their own (some take HUF or ISK in hundredths, some UGX in none): the same sum is
 * another number there. Faults where a sum cannot be said exactly in the provider's units.
 */
export function toProviderUnits(amount: bigint, currency: CurrencyCode, providerExponent: number): bigint {
  return rescaled(amount, exponentOf(currency), providerExponent)
}

export function fromProviderUnits(amount: bigint, currency: CurrencyCode, providerExponent: number): bigint {
  return rescaled(amount, providerExponent, exponentOf(currency))
}

function rescaled(amount: bigint, from: number, to: number): bigint {
  if (to >= from) return amount * 10n ** BigInt(to - from)
  const step = 10n ** BigInt(from - to)
  assert(amount % step === 0n, `${amount} cannot be said in ${to} decimals`)
  return amount / step
}
