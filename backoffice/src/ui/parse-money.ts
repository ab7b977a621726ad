import { exponentOf, type Money } from './format-money.ts'

/**
 * An amount as people type it, `1.250,50` or `1,250.50` or `12.5`, in whole minor units; undefined when it is not one. The
 * last of comma and point is taken for the decimal sign where at most `exponent` digits follow it. Nothing is rounded.
 */
export function parseMoney(text: string, currency: string): Money | undefined {
  const exponent = exponentOf(currency)
  const typed = text.replaceAll(/[\s\u00a0'’]/g, '')
  const match = /^(\d[\d.,]*?)(?:[.,](\d*))?$/.exec(typed)
  if (!match) return undefined
  const [, front = '', back = ''] = match
  const isDecimal = back.length <= exponent
  if (!isDecimal && !(back.length === 3 && /^\d{1,3}(?:[.,]\d{3})*$/.test(front))) return undefined
  if (!/^\d+$/.test(front) && !/^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(front)) return undefined
  const whole = front.replaceAll(/[.,]/g, '') + (isDecimal ? '' : back)
  const amount = Number(whole + (isDecimal ? back : '').padEnd(exponent, '0'))
  return Number.isSafeInteger(amount) ? { amount, currency } : undefined
}
