import type { CollectionRule, Condition } from './collection-queries.ts'

export const CONDITION_KINDS = [
  'category',
  'brand',
  'label',
  'attribute',
  'price',
  'reduced',
  'created',
  'stock',
] as const
export type ConditionKind = (typeof CONDITION_KINDS)[number]

/** What a condition of a kind begins with. */
export function newCondition(kind: ConditionKind, currency = 'EUR'): Condition {
  switch (kind) {
    case 'category':
      return { kind, categories: [] }
    case 'brand':
      return { kind, brands: [] }
    case 'label':
      return { kind, labels: [] }
    case 'attribute':
      return { kind, attribute: '', values: [] }
    case 'price':
      return { kind, currency, atLeast: null, atMost: null }
    case 'reduced':
      return { kind, currency }
    case 'created':
      return { kind, withinDays: 30 }
    default:
      return { kind: 'stock', atLeast: 1 }
  }
}

export const NEW_RULE: CollectionRule = { match: 'all', conditions: [newCondition('label')] }

/** Whether each condition says something: what does not is neither looked for nor saved. */
export function isWholeRule({ conditions }: CollectionRule): boolean {
  return conditions.length > 0 && conditions.every(isWhole)
}

function isWhole(condition: Condition): boolean {
  switch (condition.kind) {
    case 'category':
      return condition.categories.length > 0
    case 'brand':
      return condition.brands.length > 0
    case 'label':
      return condition.labels.length > 0
    case 'attribute':
      return condition.attribute !== '' && condition.values.length > 0
    case 'price': {
      const { atLeast, atMost } = condition
      return (atLeast !== null || atMost !== null) && (atLeast === null || atMost === null || atLeast <= atMost)
    }
    case 'created':
      return condition.withinDays > 0
    case 'stock':
      return condition.atLeast > 0
    default:
      return true
  }
}
