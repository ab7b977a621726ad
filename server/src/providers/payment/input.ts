import { isCurrencyCode } from '../../kernel/currency.ts'
import { ApiError } from './api-error.ts'
import type { Amount } from './model.ts'

/** Reads what a client sent, strictly: what is not understood is refused, so that a typing error is found at once. */
export type Fields = Record<string, unknown>

function invalid(message: string): ApiError {
  return new ApiError(400, 'invalid_request', message)
}

export function readFields(input: unknown, known: readonly string[]): Fields {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw invalid('Send a JSON object.')
  const unknown = Object.keys(input).find((name) => !known.includes(name))
  if (unknown !== undefined) throw invalid(`Unknown field "${unknown}". Known here: ${known.join(', ')}.`)
  return input as Fields
}

export function readObject(fields: Fields, name: string): Fields {
  const value = fields[name]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(`"${name}" must be an object.`)
  return value as Fields
}

interface TextRule {
  most: number
}

export function readText(fields: Fields, name: string, rule: TextRule & { optional: true }): string | null
export function readText(fields: Fields, name: string, rule: TextRule): string
export function readText(fields: Fields, name: string, rule: TextRule & { optional?: boolean }): string | null {
  const value = fields[name] ?? null
  if (value === null && rule.optional === true) return null
  if (typeof value === 'string' && value.trim() !== '' && value.length <= rule.most) return value
  throw invalid(`"${name}" must be a text of 1 to ${rule.most} characters.`)
}

export function readOneOf<T extends string>(fields: Fields, name: string, allowed: readonly T[], otherwise?: T): T {
  const value = fields[name] ?? otherwise
  const found = allowed.find((each) => each === value)
  if (found === undefined) throw invalid(`"${name}" must be one of: ${allowed.join(', ')}.`)
  return found
}

export function readInteger(
  fields: Fields,
  name: string,
  rule: { from: number; to: number; otherwise?: number },
): number {
  const value = fields[name] ?? rule.otherwise
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= rule.from && value <= rule.to) return value
  throw invalid(`"${name}" must be a whole number from ${rule.from} to ${rule.to}.`)
}

const mostMinorUnits = 999_999_999_999

export function readAmount(value: unknown, name: string, smallest = 1): Amount {
  const fields = readFields(value ?? null, ['amount', 'currency'])
  const currency = fields['currency']
  if (typeof currency !== 'string' || !isCurrencyCode(currency)) {
    throw invalid(`"${name}.currency" must be an ISO 4217 code in use, such as EUR.`)
  }
  return { amount: readInteger(fields, 'amount', { from: smallest, to: mostMinorUnits }), currency }
}

export function readWebAddress(fields: Fields, name: string): string {
  const text = readText(fields, name, { most: 2000 })
  const address = URL.parse(text)
  const web = address !== null && (address.protocol === 'https:' || address.protocol === 'http:')
  if (!web || address.username !== '' || address.password !== '') {
    throw invalid(`"${name}" must be a whole http or https address.`)
  }
  return address.href
}

export function readLocale(fields: Fields): string {
  const text = readText(fields, 'locale', { optional: true, most: 35 }) ?? 'en'
  try {
    return Intl.getCanonicalLocales(text)[0] ?? 'en'
  } catch {
    throw invalid('"locale" must be a BCP 47 tag, such as it-IT.')
  }
}
