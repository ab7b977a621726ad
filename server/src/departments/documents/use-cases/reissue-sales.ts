import type { OrderDetail } from '../../orders/index.ts'
import { creditFacts } from '../domain/credit.ts'
import type { DocumentFacts, IssuedDocument, Party, TaxRow } from '../domain/document.ts'
import { buyerOf } from './compose-sale.ts'

/** Why a document stands: it takes one back whose buyer was named otherwise, or says it anew. */
export const takenBackCause = (id: string) => `taken back ${id}`
export const anewCause = (id: string) => `anew ${id}`

interface Known {
  readonly document: IssuedDocument
  readonly cause: string
}

/** What stands for a document now: itself, or what was issued anew for it. */
export function standsFor(document: IssuedDocument, there: readonly Known[]): IssuedDocument {
  const anew = there.find(({ cause }) => cause === anewCause(document.id))
  return anew ? standsFor(anew.document, there) : document
}

interface Sale {
  readonly sale: IssuedDocument
  /** What was credited of it. */
  readonly credited: readonly DocumentFacts[]
}

/**
 * The invoice goes to somebody else, or to another address, than it says: a number is never changed once it is issued, so all that is left of it
 * is credited to whom it named, and invoiced anew, line by line, to whom it should name (Directive 2006/112/EC, art. 219 and 226). Undefined
 * where it says what it should, and where nothing of it is left.
 */
export function reissued(
  order: OrderDetail,
  { sale, credited }: Sale,
): readonly { readonly facts: DocumentFacts; readonly cause: string }[] {
  const buyer = buyerOf(order)
  const left = [sale, ...credited].reduce((all, { total }) => all + total, 0)
  if (left <= 0 || sameParty(sale.buyer, buyer)) return []
  const { id, kind, label, issuedOn, year: _year, number: _number, ...said } = sale
  const facts: DocumentFacts = { ...said, kind }
  const credits = { id, kind, label, issuedOn }
  return [
    { facts: creditFacts(facts, { amount: left, before: credited, credits }), cause: takenBackCause(id) },
    { facts: { ...whatIsLeft(facts, credited), buyer }, cause: anewCause(id) },
  ]
}

const WHO = ['name', 'company', 'vatNumber', 'street', 'street2', 'postcode', 'city', 'region', 'country'] as const

const sameParty = (one: Party, other: Party) => WHO.every((part) => (one[part] ?? '') === (other[part] ?? ''))

/** Its lines, and those that were taken back of it. */
function whatIsLeft(sale: DocumentFacts, credited: readonly DocumentFacts[]): DocumentFacts {
  const all = [sale, ...credited]
  const sum = (of: (facts: DocumentFacts) => number) => all.reduce((sums, facts) => sums + of(facts), 0)
  const alike = (a: TaxRow, b: TaxRow) => a.name === b.name && a.percent === b.percent
  const rows = all.flatMap(({ taxes }) => taxes)
  const first = rows.filter((row, at) => rows.findIndex((one) => alike(one, row)) === at)
  const taxes = first.map((row) => {
    const own = rows.filter((one) => alike(one, row))
    const add = (of: (one: TaxRow) => number) => own.reduce((sums, one) => sums + of(one), 0)
    return { ...row, net: add(({ net }) => net), tax: add(({ tax }) => tax) }
  })
  return {
    ...sale,
    lines: all.flatMap(({ lines }) => lines),
    taxes: taxes.filter(({ net, tax }) => net !== 0 || tax !== 0),
    net: sum(({ net }) => net),
    tax: sum(({ tax }) => tax),
    total: sum(({ total }) => total),
  }
}
