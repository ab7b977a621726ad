import type { UnitOption } from './field.ts'

/**
 * A decimal as people type it, `1.250,5` or `1,250.5`, as text with a point and without needless zeros; undefined when it is
 * none or finer than `scale`. As with money, the last of comma and point is the decimal sign where at most `scale` digits
 * follow it, and nothing is rounded.
 */
export function parseDecimal(text: string, scale: number): string | undefined {
  const typed = text.replaceAll(/[\s\u00a0\u202f'’]/g, '').replace(/^[−–]/, '-')
  const match = /^(-?)(\d[\d.,]*?)(?:[.,](\d*))?$/.exec(typed)
  if (!match) return undefined
  const [, sign = '', front = '', back = ''] = match
  const isDecimal = back.length <= scale
  const isGrouped = /^\d{1,3}(?:([.,])\d{3})*$/.test(front)
  if (!isDecimal && !(back.length === 3 && isGrouped)) return undefined
  if (!/^\d+$/.test(front) && !isGrouped) return undefined
  const whole = (front.replaceAll(/[.,]/g, '') + (isDecimal ? '' : back)).replace(/^0+(?=\d)/, '')
  const part = isDecimal ? back.replace(/0+$/, '') : ''
  const number = part === '' ? whole : `${whole}.${part}`
  return number === '0' ? number : sign + number
}

/** `1,5 kg` in the smallest unit (1500); a number alone is of the smallest. Undefined when it is no such quantity. */
export function parseQuantity(text: string, units: readonly UnitOption[]): number | undefined {
  const [, typed = '', word = ''] = /^([-−–\d.,\s\u00a0\u202f'’]+)(\p{L}*)\.?$/u.exec(text.trim()) ?? []
  const unit = word === '' ? units[0] : units.find(({ label }) => label.toLowerCase() === word.toLowerCase())
  const decimal = unit && parseDecimal(typed, unit.exponent)
  if (unit === undefined || decimal === undefined || decimal.startsWith('-')) return undefined
  const [whole = '', part = ''] = decimal.split('.')
  const value = Number(whole + part.padEnd(unit.exponent, '0'))
  return Number.isSafeInteger(value) ? value : undefined
}
