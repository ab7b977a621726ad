import { allocateWhole } from '../../../kernel/allocate.ts'
import { assert } from '../../../kernel/assert.ts'
import type { CreditedDocument, DocumentFacts, DocumentLine, TaxRow } from './document.ts'

/**
 * A credit note over `amount` of what earlier ones have left of a document. All at once it takes back line by line; a part takes the
 * same share of the net and of each tax of what is left, so that several together give back exactly what was invoiced, tax by tax.
 */
export function creditFacts(
  document: DocumentFacts,
  { amount, before, credits }: { amount: number; before: readonly DocumentFacts[]; credits: CreditedDocument },
): DocumentFacts {
  const left = document.total + sumOf(before, ({ total }) => total)
  assert((amount > 0 || document.total === 0) && amount <= left, 'a credit note gives back no more than is left')
  const head = { ...document, kind: 'credit_note', credits } as const
  if (amount === document.total && before.length === 0) {
    return { ...head, ...negated(document), lines: document.lines.map(backwards), taxes: document.taxes.map(takenBack) }
  }
  const taxesLeft = rowsOf([document, ...before]).map((row) => ({
    ...row,
    net: sumOf([document, ...before], ({ taxes }) => rowOf(taxes, row)?.net ?? 0),
    tax: sumOf([document, ...before], ({ taxes }) => rowOf(taxes, row)?.tax ?? 0),
  }))
  const taxLeft = document.tax + sumOf(before, ({ tax }) => tax)
  const tax = shareOf(taxLeft, amount, left)
  // Of a tax of which earlier ones gave back more than its share, nothing is left to give.
  const weights = taxesLeft.map((row) => BigInt(Math.max(row.tax, 0)))
  const shares = weights.length > 0 ? allocateWhole(BigInt(tax), weights) : []
  const taxes = taxesLeft.map((row, at) => ({
    ...row,
    net: shareOf(row.net, amount, left),
    tax: Number(shares[at] ?? 0n),
  }))
  const whole = { net: amount - tax, tax, total: amount }
  const percents = [...new Set(taxes.map(({ percent }) => percent))]
  const line = { kind: 'credit', name: '', sku: null, partOf: null, quantity: 1, unitPrice: null, discount: 0 } as const
  return {
    ...head,
    ...negated(whole),
    lines: [backwards({ ...line, percents, ...whole })],
    taxes: taxes.map(takenBack),
  }
}

/** Each tax at each rate once, also those that came to the order when it was changed. */
function rowsOf(all: readonly DocumentFacts[]): TaxRow[] {
  const rows: TaxRow[] = []
  for (const row of all.flatMap(({ taxes }) => taxes)) if (!rowOf(rows, row)) rows.push(row)
  return rows
}

const rowOf = (taxes: readonly TaxRow[], { name, percent }: TaxRow): TaxRow | undefined =>
  taxes.find((one) => one.name === name && one.percent === percent)

/** All of it where all is taken: nothing is left over by rounding. */
function shareOf(value: number, part: number, whole: number): number {
  const [share = 0n] = allocateWhole(BigInt(value), [BigInt(part), BigInt(whole - part)])
  return Number(share)
}

interface Amounts {
  readonly net: number
  readonly tax: number
  readonly total: number
}

// 0 - x: there is no -0 in a document.
const negated = ({ net, tax, total }: Amounts): Amounts => ({ net: 0 - net, tax: 0 - tax, total: 0 - total })
const takenBack = (row: TaxRow): TaxRow => ({ ...row, net: 0 - row.net, tax: 0 - row.tax })
const backwards = (line: DocumentLine): DocumentLine => ({
  ...line,
  ...negated(line),
  quantity: 0 - line.quantity,
  discount: 0 - line.discount,
})

function sumOf<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((all, one) => all + of(one), 0)
}
