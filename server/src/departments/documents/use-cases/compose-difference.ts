import type { Entity } from '../../organisation/index.ts'
import { contentInDetail, type OrderContent, type OrderDetail } from '../../orders/index.ts'
import { isSaid, type DocumentFacts, type DocumentLine, type SaleKind, type TaxRow } from '../domain/document.ts'
import { composeSale } from './compose-sale.ts'

/**
 * What a change took off an order, as if that alone had been sold: each line by what it holds less, what came to it instead with its
 * amounts turned round, and of each tax the difference. A credit note over all of it says exactly what was changed.
 */
export function composeDifference(
  order: OrderDetail,
  { entity, kind, before, after }: { entity: Entity; kind: SaleKind; before: OrderContent; after: OrderContent },
): DocumentFacts {
  const was = composeSale(contentInDetail(order, before), entity, kind)
  const is = composeSale(contentInDetail(order, after), entity, kind)
  const amounts = { net: was.net - is.net, tax: was.tax - is.tax, total: was.total - is.total }
  return { ...was, ...amounts, lines: linesOf({ was, is, before, after }), taxes: taxesOf(was.taxes, is.taxes) }
}

interface Sides {
  readonly was: DocumentFacts
  readonly is: DocumentFacts
  readonly before: OrderContent
  readonly after: OrderContent
}

function linesOf({ was, is, before, after }: Sides): DocumentLine[] {
  const places = [...new Set([...before.lines, ...after.lines].map(({ position }) => position))]
  const at = ({ lines }: OrderContent, position: number) => lines.findIndex((line) => line.position === position)
  const goods = places.flatMap((position) => lessOf(was.lines[at(before, position)], is.lines[at(after, position)]))
  const delivery = ({ lines }: DocumentFacts) => lines.find((line) => line.kind === 'delivery')
  return [...goods, ...lessOf(delivery(was), delivery(is))].filter(isSaid)
}

/** One line where it is fewer pieces at the same price; else what it was, and what it is turned round. */
function lessOf(was: DocumentLine | undefined, is: DocumentLine | undefined): DocumentLine[] {
  if (!was) return is ? [turned(is)] : []
  if (!is) return [was]
  const less = minus(was, is)
  if (less.net === 0 && less.tax === 0 && less.quantity === 0) return []
  const isPart = was.kind === 'delivery' || (was.unitPrice === is.unitPrice && less.quantity !== 0)
  return isPart ? [{ ...less, quantity: was.kind === 'delivery' ? 1 : less.quantity }] : [was, turned(is)]
}

function minus(was: DocumentLine, is: DocumentLine): DocumentLine {
  return {
    ...was,
    quantity: was.quantity - is.quantity,
    discount: was.discount - is.discount,
    net: was.net - is.net,
    tax: was.tax - is.tax,
    total: was.total - is.total,
  }
}

const turned = (line: DocumentLine): DocumentLine => ({
  ...line,
  quantity: 0 - line.quantity,
  discount: 0 - line.discount,
  net: 0 - line.net,
  tax: 0 - line.tax,
  total: 0 - line.total,
})

function taxesOf(was: readonly TaxRow[], is: readonly TaxRow[]): TaxRow[] {
  const alike = (a: TaxRow, b: TaxRow) => a.name === b.name && a.percent === b.percent
  const rows = [...was, ...is.filter((one) => !was.some((other) => alike(one, other)))]
  const nothing = { net: 0, tax: 0 }
  return rows
    .map((row) => {
      const [before, after] = [was, is].map((all) => all.find((one) => alike(one, row)) ?? nothing)
      return { ...row, net: before!.net - after!.net, tax: before!.tax - after!.tax }
    })
    .filter(({ net, tax }) => net !== 0 || tax !== 0)
}
