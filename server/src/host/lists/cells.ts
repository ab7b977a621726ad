import { moneyFromJson, toDecimal, type MoneyJson } from '../../kernel/money.ts'
import type { Translate } from '../i18n/translate.ts'
import { labelKey, valueKey, type Column, type List } from './define-list.ts'

/** A cell as CSV and spreadsheets both understand it. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly decimals: number }
  /** `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`, on the reader's clock. */
  | { readonly kind: 'time'; readonly text: string }

export interface CellScope {
  readonly translate: Translate
  readonly zone: string
}

/** The columns that are exported, in the order that was asked for. */
export function headings(list: List, keys: readonly string[], { translate, zone }: CellScope): string[] {
  return keys.flatMap((key) => {
    const label = translate(labelKey(list, key))
    const type = list.columns[key]?.type
    if (type === 'money') return [label, translate('host.lists.currency_of', { column: label })]
    return [type === 'instant' ? `${label} (${zone})` : label]
  })
}

/** Money is two cells, an amount to calculate with and its currency; all others are one. */
export function cellsOf(list: List, keys: readonly string[], scope: CellScope): (item: unknown) => Cell[] {
  const clock = clockIn(scope.zone)
  const yes = scope.translate('host.lists.yes')
  const no = scope.translate('host.lists.no')
  const words = new Map<string, string>()
  const wordOf = (key: string, value: string): string => {
    const name = `${key}.${value}`
    const known = words.get(name) ?? scope.translate(valueKey(list, key, value))
    words.set(name, known)
    return known
  }
  const cellOf = (key: string, column: Column, value: unknown): Cell[] => {
    if (column.type === 'money') return moneyCells(value as MoneyJson | null)
    if (value === null || value === undefined) return [blank]
    switch (column.type) {
      case 'integer':
        return [{ kind: 'number', text: String(value), decimals: 0 }]
      case 'instant':
        return [{ kind: 'time', text: clock.format(new Date(String(value))) }]
      case 'date':
        return [{ kind: 'time', text: String(value) }]
      case 'boolean':
        return [{ kind: 'text', text: value === true ? yes : no }]
      case 'enum':
        return [{ kind: 'text', text: wordOf(key, String(value)) }]
      default:
        return [{ kind: 'text', text: plain(value) }]
    }
  }
  return (item) =>
    keys.flatMap((key) => {
      const column = list.columns[key]
      return column ? cellOf(key, column, (item as Record<string, unknown>)[key]) : []
    })
}

const blank: Cell = { kind: 'text', text: '' }

function moneyCells(value: MoneyJson | null): Cell[] {
  if (value === null) return [blank, blank]
  const text = toDecimal(moneyFromJson(value))
  const decimals = text.length - (text.includes('.') ? text.indexOf('.') + 1 : text.length)
  return [
    { kind: 'number', text, decimals },
    { kind: 'text', text: value.currency },
  ]
}

/** Several things with names are told by these. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map((one: unknown) => (hasName(one) ? one.name : plain(one))).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function hasName(value: unknown): value is { readonly name: string } {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
}

/** Swedish writes an instant as ISO 8601 does. */
function clockIn(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
}
