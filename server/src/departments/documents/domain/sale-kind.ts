import type { SaleKind } from './document.ts'

/** What buyers who are no company get. */
export type ForPersons = SaleKind

export interface Sale {
  readonly forPersons: ForPersons
  /** Bought for a company, or with a VAT number. */
  readonly business: boolean
  readonly sellerCountry: string
  readonly buyerCountry: string
  readonly treatment: string | null
  readonly currency: string
  readonly total: number
}

/**
 * Up to how many cents of euro, tax included, an invoice may be simplified. Directive 2006/112/EC lets every member state begin at
 * 100 (art. 220a(1)(a)) and go up to 400 (art. 238(2)); those who went further said so in the act that is named.
 */
const UNION_LIMIT = 10_000
const LIMITS: Readonly<Record<string, { readonly cents: number; readonly source: string }>> = {
  AT: { cents: 40_000, source: '§ 11 Abs. 6 UStG 1994' },
  DE: { cents: 25_000, source: '§ 33 UStDV' },
  ES: { cents: 40_000, source: 'art. 4.1 Real Decreto 1619/2012' },
  IT: { cents: 40_000, source: 'art. 21-bis DPR 633/1972, DM 10 maggio 2019' },
}
const UNION = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '))

export function simplifiedLimit(country: string): number | undefined {
  return LIMITS[country]?.cents ?? (UNION.has(country) ? UNION_LIMIT : undefined)
}

/**
 * Companies get an invoice, since they deduct by it. A simplified one only at home and up to the limit: distance sales and reverse
 * charge never have one (art. 220a(2)).
 */
export function saleKind(sale: Sale): SaleKind {
  if (sale.business || sale.forPersons === 'invoice') return 'invoice'
  if (sale.forPersons === 'receipt') return 'receipt'
  const limit = sale.currency === 'EUR' ? simplifiedLimit(sale.sellerCountry) : undefined
  const atHome = sale.sellerCountry === sale.buyerCountry && [null, 'domestic'].includes(sale.treatment)
  return atHome && limit !== undefined && sale.total <= limit ? 'simplified_invoice' : 'invoice'
}
