import { exponentOf, type CurrencyCode } from '../../../kernel/currency.ts'

/** Charged in whole units: https://docs.stripe.com/currencies, "Zero-decimal currencies" (without UGX, see below). */
const ZERO_DECIMAL = new Set<string>([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA'],
  ...['PYG', 'RWF', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
])

/** In thousandths of which the last digit must be 0: the same page, "Three-decimal currencies". */
const THREE_DECIMAL = new Set<string>(['BHD', 'JOD', 'KWD', 'OMR', 'TND'])

/** Stripe counts everything else in hundredths; so ISK, of which ISO knows no parts ("Special cases": always 00). */
export function stripeExponentOf(currency: CurrencyCode): number {
  if (ZERO_DECIMAL.has(currency)) return 0
  return THREE_DECIMAL.has(currency) ? 3 : 2
}

/**
 * Whether a sum can be said there exactly. The Ugandan shilling stands on that page both among those without decimals and among
 * those that keep two: a charge that may be a hundredfold is not made.
 */
export function isChargeable(amount: bigint, currency: CurrencyCode): boolean {
  if (currency === 'UGX') return false
  if (THREE_DECIMAL.has(currency)) return amount % 10n === 0n
  const lost = exponentOf(currency) - stripeExponentOf(currency)
  return lost <= 0 || amount % 10n ** BigInt(lost) === 0n
}
