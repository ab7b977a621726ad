import { Type } from 'typebox'
import { maySeeCosts } from '../../../departments/pricing/index.ts'
import type { Call } from '../../../host/http/route.ts'
import { nullable } from '../../../host/http/schemas.ts'
import { timelineWords } from '../../../host/records/timeline-words.ts'
import type { ShownReport } from '../shown-report.ts'

export const differenceSchema = Type.Object({
  sku: nullable(Type.String()),
  field: Type.String(),
  label: Type.String({ description: 'What the field is called, in the language of who asks.' }),
  before: Type.Unknown(),
  after: Type.Unknown({ description: 'An amount of money with its currency, where the field is a price.' }),
})

interface Difference {
  readonly sku: string | null
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** What the history of a price, a cost and of stock calls its fields, each department its own. */
const OWNERS: Readonly<Record<string, string>> = {
  price: 'pricing:write',
  cost: 'pricing:costs',
  stock: 'inventory:adjust',
}

/** Differences as people read them: fields by their words, prices as money of the file's currency; costs for who may see them. */
export function presentDifferences<D extends Difference>(
  differences: readonly D[],
  currency: string | null,
  { house, locale, actor }: Pick<Call, 'house' | 'locale' | 'actor'>,
): (D & { label: string })[] {
  const translate = house.translations.for(locale)
  const words = timelineWords(house.translations)
  const told = maySeeCosts(actor) ? differences : differences.filter(({ field }) => !field.startsWith('cost.'))
  return told.map((difference) => {
    const { field, before, after } = difference
    const [owner = '', ...rest] = field.split('.')
    const action = OWNERS[owner]
    if (action === undefined) {
      const change = words.change({ field, before, after }, { action: 'catalog:write', type: 'product', translate })
      const { label, beforeSaid = before, afterSaid = after } = change
      return { ...difference, label, before: beforeSaid, after: afterSaid }
    }
    const asMoney = (value: unknown) =>
      owner !== 'stock' && typeof value === 'number' && currency !== null ? { amount: value, currency } : value
    const label = words.field(owner === 'cost' ? owner : rest.join('.'), action, translate)
    return { ...difference, label, before: asMoney(before), after: asMoney(after) }
  })
}

export function presentReport(report: ShownReport, call: Pick<Call, 'house' | 'locale' | 'actor'>) {
  return { ...report, differences: presentDifferences(report.differences, report.currency, call) }
}
