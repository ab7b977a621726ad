import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { shelfRefusals } from './shelf-refusals.ts'
import { together } from './together.ts'

/** One thing that a product must be. Prices are the usual ones of a currency, of the cheapest variant; stock is of all locations. */
export type CollectionCondition =
  | { readonly kind: 'category'; readonly categories: readonly string[] }
  | { readonly kind: 'brand'; readonly brands: readonly string[] }
  | { readonly kind: 'label'; readonly labels: readonly string[] }
  | { readonly kind: 'attribute'; readonly attribute: string; readonly values: readonly string[] }
  | {
      readonly kind: 'price'
      readonly currency: string
      /** Whole minor units. */
      readonly atLeast: number | null
      readonly atMost: number | null
    }
  | { readonly kind: 'reduced'; readonly currency: string }
  | { readonly kind: 'created'; readonly withinDays: number }
  | { readonly kind: 'stock'; readonly atLeast: number }

export interface CollectionRule {
  readonly match: 'all' | 'any'
  readonly conditions: readonly CollectionCondition[]
}

/** A condition that names nothing would mean nothing or everything, by chance: it is refused. */
export function ruleFlaws({ conditions }: CollectionRule): Refused[] {
  if (conditions.length === 0) return [shelfRefusals.rule_without_condition({ field: 'rule.conditions' })]
  return conditions.flatMap((condition, at) =>
    isWhole(condition) ? [] : [shelfRefusals.condition_incomplete({ field: `rule.conditions.${at}` })],
  )
}

export function checkCollectionRule(rule: CollectionRule): Result<void> {
  const flaws = ruleFlaws(rule)
  return flaws.length > 0 ? together(flaws) : ok()
}

function isWhole(condition: CollectionCondition): boolean {
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
    default:
      return true
  }
}
