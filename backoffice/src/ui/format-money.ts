/** Whole minor units of an ISO 4217 currency, as the API sends them. */
export interface Money {
  readonly amount: number
  readonly currency: string
}

const formats = new Map<string, Intl.NumberFormat>()

/**
 * As the shop writes it: rupiah without their minor digits when these are zero. The digits go in as text, so that no float
 * can round them.
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const exponent = exponentOf(currency)
  const wholeOnly = currency === 'IDR' && amount % 100 === 0
  const key = `${locale}${currency}${wholeOnly}`
  let format = formats.get(key)
  if (!format) {
    const digits = wholeOnly ? 0 : exponent
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    formats.set(key, format)
  }
  return format.format(decimalOf(amount, exponent) as `${number}`)
}

/** `-1999` with exponent 2 is `-19.99`: by moving digits, not by dividing. */
export function decimalOf(amount: number, exponent: number): string {
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const sign = amount < 0 ? '-' : ''
  return exponent === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-exponent)}`
}

/** ISO 4217 exponents that are not 2. Not from Intl: it follows CLDR, which gives the rupiah none. */
const EXPONENTS: Readonly<Record<string, number>> = {
  ...exponentFor(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...exponentFor(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...exponentFor(4, 'CLF UYW'),
}

function exponentFor(exponent: number, currencies: string): Record<string, number> {
  return Object.fromEntries(currencies.split(' ').map((currency) => [currency, exponent]))
}

export function exponentOf(currency: string): number {
  return EXPONENTS[currency] ?? 2
}
