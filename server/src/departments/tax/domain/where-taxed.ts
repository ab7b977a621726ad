/**
 * Whose taxes a sale bears, and why.
 *
 * Within a country, its own. Between states of the Union, goods sold to consumers are taxed where they arrive (Directive
 * 2006/112/EC art. 33), declared at home through the One Stop Shop; as long as all such sales of a seller stay below 10,000
 * EUR in this year and the last, where they come from (art. 59c). A seller may choose the former from the first euro: that is
 * the setting "we use OSS". Goods that leave the Union bear no tax of it (art. 146): the setting of exports says whether the
 * shop charges that of the place of arrival instead, because it is registered there.
 */
export interface SellersTaxes {
  readonly usesOss: boolean
  readonly exportsUntaxed: boolean
}

export type Treatment = 'domestic' | 'destination' | 'origin' | 'oss' | 'export'

export interface WhereTaxed {
  readonly treatment: Treatment
  /** Whose rates apply. */
  readonly country: string
}

/** The territory of EU VAT by country (Directive 2006/112/EC art. 5); what of a country lies outside is a zone. */
export const EU_COUNTRIES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MC MT NL PL PT RO SE SI SK'.split(' '),
)

export function whereTaxed(home: string, destination: string, seller: SellersTaxes): WhereTaxed {
  if (home === destination) return { treatment: 'domestic', country: home }
  if (EU_COUNTRIES.has(home) && EU_COUNTRIES.has(destination)) {
    return seller.usesOss ? { treatment: 'oss', country: destination } : { treatment: 'origin', country: home }
  }
  return { treatment: seller.exportsUntaxed ? 'export' : 'destination', country: destination }
}
