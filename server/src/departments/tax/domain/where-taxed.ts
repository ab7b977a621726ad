/**
 * Whose taxes a sale bears, and why.
 *
 * Within a country, its own. Between states of the Union, goods sold to consumers are taxed where they arrive (Directive
 * 2006/112/EC art. 33), declared at home through the One Stop Shop; as long as all such sales of a seller stay below 10,000
 * EUR in this year and the last, where they come from (art. 59c). A seller may choose the former from the first euro: that is
 * the setting "we use OSS". Goods that leave the Union bear no tax of it (art. 146): the setting of exports says whether the
 * shop charges that of the place of arrival instead, because it is registered there.
 *
 * Goods that go to a company in another state of the Union, identified for VAT in a state other than that of the seller, are an
 * exempt supply at home (art. 138): the company declares the tax itself (art. 196 for services). That takes a number which the
 * authority has confirmed; where it cannot be asked just now, the market decides. A certificate of exemption comes before all.
 */
export interface SellersTaxes {
  readonly usesOss: boolean
  readonly exportsUntaxed: boolean
}

export type Treatment = 'domestic' | 'destination' | 'origin' | 'oss' | 'export' | 'reverse_charge' | 'exempt'

/** What is known of a number: the authority's word, that it could not be asked, or that nobody has asked. */
export type VatState = 'valid' | 'invalid' | 'unavailable' | 'unchecked'

/** What of a buyer changes the taxes of a sale. */
export interface TaxedBuyer {
  readonly vatNumber?: { readonly country: string; readonly state: VatState } | undefined
  /** A certificate that holds on the day, at the place, for everything. */
  readonly isExempt?: boolean
}

/** Where the register of a state cannot be asked: its tax is charged, or the number accepted until it can. */
export const UNVERIFIED = ['charge', 'accept'] as const
export type Unverified = (typeof UNVERIFIED)[number]

export interface WhereTaxed {
  readonly treatment: Treatment
  /** Whose rates apply. */
  readonly country: string
}

/** The territory of EU VAT by country (Directive 2006/112/EC art. 5); what of a country lies outside is a zone. */
export const EU_COUNTRIES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MC MT NL PL PT RO SE SI SK'.split(' '),
)

export function whereTaxed(
  home: string,
  destination: string,
  seller: SellersTaxes,
  { buyer, unverified = 'charge' }: { readonly buyer?: TaxedBuyer | undefined; readonly unverified?: Unverified } = {},
): WhereTaxed {
  const usual = ofConsumers(home, destination, seller)
  if (buyer?.isExempt) return { ...usual, treatment: 'exempt' }
  const number = buyer?.vatNumber
  const reversed =
    number !== undefined &&
    home !== destination &&
    EU_COUNTRIES.has(home) &&
    EU_COUNTRIES.has(destination) &&
    EU_COUNTRIES.has(number.country) &&
    number.country !== home &&
    (number.state === 'valid' || (number.state === 'unavailable' && unverified === 'accept'))
  return reversed ? { treatment: 'reverse_charge', country: destination } : usual
}

function ofConsumers(home: string, destination: string, seller: SellersTaxes): WhereTaxed {
  if (home === destination) return { treatment: 'domestic', country: home }
  if (EU_COUNTRIES.has(home) && EU_COUNTRIES.has(destination)) {
    return seller.usesOss ? { treatment: 'oss', country: destination } : { treatment: 'origin', country: home }
  }
  return { treatment: seller.exportsUntaxed ? 'export' : 'destination', country: destination }
}
