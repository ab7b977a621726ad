import { Type } from 'typebox'
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

/** What the history of a price and of stock calls its fields, each department its own. */
const OWNERS: Readonly<Record<string, string>> = { price: 'pricing:write', stock: 'inventory:adjust' }

/** Differences as people read them: fields by their words, prices as money of the file's currency. */
export function presentDifferences<D extends Difference>(
  differences: readonly D[],
  currency: string | null,
  { house, locale }: Pick<Call, 'house' | 'locale'>,
): (D & { label: string })[] {
  const translate = house.translations.for(locale)
  const words = timelineWords(house.translations)
  return differences.map((difference) => {
    const { field, before, after } = difference
    const [owner = '', ...rest] = field.split('.')
    const action = OWNERS[owner]
    if (action === undefined) {
      const told = words.change({ field, before, after }, { action: 'catalog:write', type: 'product', translate })
      const { label, beforeSaid = before, afterSaid = after } = told
      return { ...difference, label, before: beforeSaid, after: afterSaid }
    }
    const asMoney = (value: unknown) =>
      owner === 'price' && typeof value === 'number' && currency !== null ? { amount: value, currency } : value
    const label = words.field(rest.join('.'), action, translate)
    return { ...difference, label, before: asMoney(before), after: asMoney(after) }
  })
}

export function presentReport(report: ShownReport, call: Pick<Call, 'house' | 'locale'>) {
  return { ...report, differences: presentDifferences(report.differences, report.currency, call) }
}
