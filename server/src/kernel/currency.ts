import { Fault } from './assert.ts'
import { currencyTable } from './currency-table.ts'

declare const brand: unique symbol

/** An ISO 4217 alphabetic code in use today, upper case: 'EUR'. */
export type CurrencyCode = string & { readonly [brand]: 'CurrencyCode' }

const exponents: ReadonlyMap<string, number> = new Map(currencyTable)

export function isCurrencyCode(text: string): text is CurrencyCode {
  return exponents.has(text)
}

/** The code as a CurrencyCode. Case matters. Faults for anything but a currency in use; input is asked `isCurrencyCode`. */
export function currencyCode(text: string): CurrencyCode {
  if (!isCurrencyCode(text)) throw new Fault(`not a currency in use: ${text}`)
  return text
}

/** ISO 4217 exponent: 2 for EUR, 0 for JPY, 3 for KWD. What a payment provider counts in is the provider's own table. */
export function exponentOf(currency: CurrencyCode): number {
  const exponent = exponents.get(currency)
  if (exponent === undefined) throw new Fault(`not a currency in use: ${currency}`)
  return exponent
}

/**
 * The step in which cash is paid, in ISO minor units; 1 where it is not listed.
 *
 * Source: Unicode CLDR 45, supplemental currencyData (UTS 35 part 3, `cashDigits` and `cashRounding`, or `digits` where
 * CLDR writes the currency without the decimals that ISO gives it). CLDR tells how cash is written, not what a till
 * may ask for, so these are set over it, after the issuing bank's smallest coin:
 *   AUD 5   Reserve Bank of Australia: 1c and 2c withdrawn in 1992
 *   HUF 500 Hungary, Act III of 2008: rounded to 5 forint
 *   ILS 10  Bank of Israel: 5 agorot withdrawn in 2008
 *   MYR 5   Bank Negara Malaysia, rounding mechanism of 2008
 *   NZD 10  Reserve Bank of New Zealand: 5c withdrawn in 2006
 *   ZAR 10  South African Reserve Bank: 5c no longer made since 2012
 * EUR stays at 1: euro countries differ (five cents in Italy, Finland, Ireland ..., one in Germany), so the law pack of
 * a market decides there.
 */
const cashSteps: ReadonlyMap<string, bigint> = new Map([
  ...(['AUD', 'CAD', 'CHF', 'MYR'] as const).map((code) => [code, 5n] as const),
  ...(['ILS', 'NZD', 'ZAR'] as const).map((code) => [code, 10n] as const),
  ['DKK', 50n],
  ...'AFN ALL AMD COP CRC CZK GYD IDR IRR KPW LAK LBP MGA MMK MNT MUR NOK PKR RSD SEK SOS SYP TWD TZS UZS YER'
    .split(' ')
    .map((code) => [code, 100n] as const),
  ['HUF', 500n],
  ['IQD', 1000n],
])

/** The step in which this currency is paid in cash, in minor units: 5 for CHF, 100 for SEK, 1 where any coin will do. */
export function cashRoundingOf(currency: CurrencyCode): bigint {
  return cashSteps.get(currency) ?? 1n
}
