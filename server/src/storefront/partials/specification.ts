import type { SpecificationLine } from '../../departments/catalog/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { showDate, type Visit } from '../visit.ts'

/** What a product says of itself by attributes: names and values, numbers and days as the reader's language writes them. */
export function specificationTable(visit: Visit, lines: readonly SpecificationLine[]): Html | undefined {
  if (lines.length === 0) return undefined
  return html`<section class="specification" aria-labelledby="specification">
    <h2 id="specification">${visit.t('specification.title')}</h2>
    <dl class="details">
      ${lines.map(
        (line) =>
          html`<div>
            <dt>${line.name}</dt>
            <dd>${valuesOf(visit, line)}</dd>
          </div>`,
      )}
    </dl>
  </section>`
}

function valuesOf(visit: Visit, { kind, values, unit }: SpecificationLine): string {
  const words = values.map((value) => wordOf(visit, kind, value)).join(', ')
  return unit === '' ? words : `${words}\u00a0${unit}`
}

function wordOf(visit: Visit, kind: SpecificationLine['kind'], value: string): string {
  const { locale, t } = visit
  switch (kind) {
    case 'yes_no':
      return t(value === 'yes' ? 'specification.yes' : 'specification.no')
    case 'number':
      // A decimal as text is formatted exactly: no float in between.
      return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value as `${number}`)
    case 'date':
      return showDate(visit, value)
    case 'text':
      return value
  }
}
