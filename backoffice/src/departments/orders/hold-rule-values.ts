import type { Values } from '../../ui/form/field.ts'
import type { HoldRule, HoldTerms } from './desk-queries.ts'

export const RULE_KINDS = [
  'value',
  'frequency_email',
  'frequency_address',
  'email_domain',
  'company_abroad',
  'address_format',
  'po_box',
  'stock',
] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** What is asked besides, by the names of the form's fields. */
export const PARTS: Readonly<Record<RuleKind, readonly string[]>> = {
  value: ['over', 'firstTime'],
  frequency_email: ['orders', 'hours'],
  frequency_address: ['orders', 'hours'],
  email_domain: ['domains'],
  company_abroad: [],
  address_format: [],
  po_box: [],
  stock: [],
}

const BLANK = { kind: 'value' as RuleKind, over: {}, firstTime: true, orders: 3, hours: 24, domains: [] as string[] }

/** A rule as its form holds it; a new one begins with what most shops want. */
export function valuesOf(rule: HoldRule | undefined) {
  const { markets = [], active = true, assignee = null, terms } = rule ?? {}
  return { ...BLANK, ...(terms ? partsOf(terms) : {}), markets, active, assignee: assignee ?? '' }
}

function partsOf(terms: HoldTerms): Partial<typeof BLANK> {
  switch (terms.what) {
    case 'value':
      return { kind: 'value', over: terms.over, firstTime: terms.firstTime }
    case 'frequency':
      return { kind: `frequency_${terms.by}`, orders: terms.orders, hours: terms.hours }
    case 'email_domain':
      return { kind: 'email_domain', domains: terms.domains }
    default:
      return { kind: terms.what }
  }
}

/** What the form means; undefined while something is missing or cannot be read. */
export function termsOf(values: Values): HoldTerms | undefined {
  const kind = values['kind'] as RuleKind
  switch (kind) {
    case 'value': {
      const amounts = Object.entries((values['over'] ?? {}) as Record<string, unknown>)
      if (amounts.length === 0 || amounts.some(([, amount]) => typeof amount !== 'number')) return undefined
      const over = Object.fromEntries(amounts) as Record<string, number>
      return { what: 'value', over, firstTime: values['firstTime'] === true }
    }
    case 'frequency_email':
    case 'frequency_address': {
      const { orders, hours } = values
      if (typeof orders !== 'number' || typeof hours !== 'number') return undefined
      return { what: 'frequency', by: kind === 'frequency_email' ? 'email' : 'address', orders, hours }
    }
    case 'email_domain': {
      const domains = (values['domains'] ?? []) as string[]
      return domains.length === 0 ? undefined : { what: 'email_domain', domains: [...domains] }
    }
    default:
      return { what: kind }
  }
}
