import { writeDay } from './form/day.ts'
import { withoutMarkup } from './form/html-of.ts'
import { formatMoney, type Money } from './format-money.ts'

interface Reader {
  readonly locale: string
  /** How days and hours are written, where that is not as the language alone has it. */
  readonly dates?: string
  readonly yes: string
  readonly no: string
}

/** What the audit trail keeps of a field, as its reader would write it: no JSON, no codes of languages, no minor units. */
export function changeText(value: unknown, reader: Reader): string {
  return textOf(value, reader) || '–'
}

function textOf(value: unknown, reader: Reader): string {
  const { locale, dates = locale, yes, no } = reader
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value)
  if (typeof value === 'string') {
    if (isDay(value)) return writeDay(value, dates)
    return INSTANT.test(value) ? instantText(value, dates) : withoutMarkup(value)
  }
  if (Array.isArray(value)) return listText(value, reader)
  if (isMoney(value)) return formatMoney(value, locale)
  if (isTexts(value)) return withoutMarkup(value[locale] || value['en'] || Object.values(value).find(Boolean) || '')
  if (isAmounts(value)) {
    return listText(
      Object.entries(value).map(([currency, amount]) => ({ currency, amount })),
      reader,
    )
  }
  if (isPicture(value)) return textOf(value.alts, reader) || '…'
  return membersText(value, reader)
}

/** Words are enumerated; what may have commas of its own is set apart. */
function listText(list: readonly unknown[], reader: Reader): string {
  const parts = list.map((one) => textOf(one, reader)).filter(Boolean)
  return parts.join(list.every((one) => typeof one === 'string') ? ', ' : ' · ')
}

/** The rest by its members' own names; what says nothing is left out. */
function membersText(value: unknown, reader: Reader): string {
  const members = Object.entries(value as Record<string, unknown>)
    .map(([name, one]) => [readable(name), textOf(one, reader)] as const)
    .filter(([, text]) => text !== '')
  return members.map(([name, text]) => `${name}: ${text}`).join('; ')
}

const readable = (name: string) =>
  name
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, end: string, begin: string) => `${end} ${begin.toLowerCase()}`)

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
}

function instantText(value: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value))
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value
}

function isPicture(value: unknown): value is { readonly alts: unknown } {
  return typeof value === 'object' && value !== null && 'fileId' in value && 'alts' in value
}

/** By language: `{ en: 'Mug', it: 'Tazza' }`. */
function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return hasOnly(value, /^[a-z]{2}$/, 'string')
}

/** By currency, in whole minor units: `{ EUR: 1900 }`. */
function isAmounts(value: unknown): value is Readonly<Record<string, number>> {
  return hasOnly(value, /^[A-Z]{3}$/, 'number')
}

function hasOnly(value: unknown, key: RegExp, type: 'string' | 'number'): boolean {
  const entries = Object.entries(value as object)
  return entries.length > 0 && entries.every(([name, one]) => key.test(name) && typeof one === type)
}
