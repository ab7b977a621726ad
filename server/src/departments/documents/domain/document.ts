import type { MoneyJson } from '../../../kernel/money.ts'

/** In the order in which their series are locked where one transaction needs several. */
export const DOCUMENT_KINDS = ['invoice', 'simplified_invoice', 'receipt', 'credit_note', 'packing_slip'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** What a sale is documented with. */
export const SALE_KINDS = ['invoice', 'simplified_invoice', 'receipt'] as const
export type SaleKind = (typeof SALE_KINDS)[number]

export function isSaleKind(kind: DocumentKind): kind is SaleKind {
  return (SALE_KINDS as readonly string[]).includes(kind)
}

/** Who sells or buys, as they were called and reached on the day. */
export interface Party {
  readonly name: string
  readonly company: string | null
  readonly vatNumber: string | null
  /** Number in the register, codice fiscale, NPWP. */
  readonly taxCode: string | null
  readonly email: string
  readonly phone: string | null
  readonly street: string
  readonly street2: string | null
  readonly postcode: string
  readonly city: string
  readonly region: string | null
  readonly country: string
}

type MinorUnits = MoneyJson['amount']

/** Amounts are whole minor units of the document's currency; those of a credit note are negative. */
export interface DocumentLine {
  /** `advance`: what of goods was paid on account (Directive 2006/112/EC, art. 65 and 220(1)(4)). */
  readonly kind: 'goods' | 'delivery' | 'credit' | 'advance'
  /** Empty for a credit that stands for a part of the whole. */
  readonly name: string
  readonly sku: string | null
  /** The bundle that it was sold in. */
  readonly partOf: string | null
  readonly quantity: number
  readonly unitPrice: MinorUnits | null
  readonly discount: number
  readonly percents: readonly string[]
  readonly net: number
  readonly tax: number
  readonly total: number
}

export interface TaxRow {
  readonly name: string
  /** `22`. */
  readonly percent: string
  readonly net: number
  readonly tax: number
}

export interface CreditedDocument {
  readonly id: string
  readonly kind: DocumentKind
  readonly label: string
  readonly issuedOn: string
}

/** What a document says, before it has its number. */
export interface DocumentFacts {
  readonly kind: DocumentKind
  readonly language: string
  readonly currency: string
  readonly seller: Party
  readonly buyer: Party
  readonly order: {
    readonly id: string
    readonly number: string
    readonly placedOn: string
    readonly paidOn: string | null
  }
  /** Between which days the goods were promised. */
  /** Null where nothing is delivered. */
  readonly delivery: { readonly name: string; readonly from: string; readonly to: string } | null
  readonly lines: readonly DocumentLine[]
  readonly taxes: readonly TaxRow[]
  /** Why it bears these taxes, and the ground on which it bears none. */
  readonly treatment: string | null
  readonly ground: string | null
  readonly pricesIncludeTax: boolean
  readonly net: number
  readonly tax: number
  readonly total: number
  readonly credits: CreditedDocument | null
}

/** Of what nothing was paid on account nothing is said. */
export const isSaid = ({ kind, total, net }: DocumentLine): boolean => kind !== 'advance' || total !== 0 || net !== 0

/** As it was issued: for ever the same. */
export interface IssuedDocument extends DocumentFacts {
  readonly id: string
  readonly label: string
  readonly year: number
  readonly number: number
  readonly issuedOn: string
}

/** One text for one content: keys in their order, so that whoever writes it anew gets the same hash. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalText(one)}`).join(',')}}`
}
