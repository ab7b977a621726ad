import type { Values } from '../../ui/form/field.ts'
import type { CustomerGroup, GroupDraft } from './group-queries.ts'

export const BLANK: Values = {
  names: {},
  code: '',
  way: 'hand',
  countries: [],
  locales: [],
  labels: [],
  emailDomains: [],
  registered: false,
  spent: null,
  orders: null,
  days: null,
}

/** What the form shows of a group. */
export function valuesOf({ names, code, rule }: CustomerGroup): Values {
  return {
    ...BLANK,
    names,
    code,
    way: rule ? 'rule' : 'hand',
    countries: rule?.countries ?? [],
    locales: rule?.locales ?? [],
    labels: rule?.labels ?? [],
    emailDomains: rule?.emailDomains ?? [],
    registered: rule?.registered ?? false,
    spent: rule?.spentAtLeast ?? null,
    orders: rule?.ordersAtLeast ?? null,
    days: rule?.withinDays ?? null,
  }
}

/** The group that the values make; what was left empty is no condition. */
export function draftOf(values: Values): GroupDraft {
  const { names, way, spent, orders, days, registered } = values
  const texts = (name: string) => [...((values[name] ?? []) as string[])]
  const words = ['countries', 'locales', 'labels', 'emailDomains'].flatMap((name) =>
    texts(name).length > 0 ? [[name, texts(name)]] : [],
  )
  return {
    names: names as GroupDraft['names'],
    rule:
      way === 'rule'
        ? {
            ...Object.fromEntries(words),
            ...(registered === true && { registered: true }),
            ...(spent ? { spentAtLeast: spent as { amount: number; currency: string } } : {}),
            ...(typeof orders === 'number' && { ordersAtLeast: orders }),
            ...(typeof days === 'number' && { withinDays: days }),
          }
        : null,
  }
}

/** Where the form calls a field otherwise than the operation. */
export function nameOf(field: string): string {
  if (field === 'rule') return 'way'
  if (field === 'rule.withinDays') return 'days'
  if (field.startsWith('rule.spentAtLeast')) return 'spent'
  if (field.startsWith('rule.ordersAtLeast')) return 'orders'
  return field.startsWith('rule.') ? (field.split('.')[1] ?? field) : field
}
