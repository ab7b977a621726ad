/** To whom the invoice goes, where that is another address than the goods go to. The taxes of a sale follow the goods, not the invoice. */
import { ok, type Result } from '../../../kernel/result.ts'
import { checkAddress, isAddressCountry, type Address } from './address-format.ts'
import { refusals } from './refusals.ts'

/** Nobody is called about an invoice. */
export type BillingAddress = Omit<Address, 'phone'>

export interface Billed {
  /** Where the goods go; of what is collected or not delivered, who buys and their country. */
  readonly address: Address
  /** What each line is, as the catalogue says. */
  readonly kinds: readonly string[]
}

/**
 * Whole, by the rules of its country; undefined where it says no more than the address of the delivery does. What is not delivered is taxed
 * where its buyer lives (Directive 2006/112/EC, art. 58; Regulation (EU) 282/2011, art. 24f: the billing address is one of the proofs), so
 * with it the invoice may not go to another country than the one whose taxes were reckoned.
 */
export function checkBilling(
  given: Partial<Address> | undefined,
  { address, kinds }: Billed,
): Result<BillingAddress | undefined> {
  if (!given) return ok<BillingAddress | undefined>(undefined)
  const { phone: _, ...rest } = { name: '', street: '', postcode: '', city: '', country: '', ...given }
  const { country } = rest
  if (!isAddressCountry(country)) {
    return refusals.billing_country_unknown({ field: 'billing.country', params: { country } })
  }
  const checked = checkAddress(rest, { as: 'billing' })
  if (!checked.ok) return checked
  if (country !== address.country && kinds.some((kind) => kind === 'digital' || kind === 'service')) {
    return refusals.billing_elsewhere({ field: 'billing.country', params: { country: address.country } })
  }
  return ok(sameAddress(checked.value, address) ? undefined : checked.value)
}

const PARTS = ['name', 'company', 'street', 'street2', 'postcode', 'city', 'region', 'country'] as const

/** Letter for letter, but for the telephone. */
function sameAddress(one: BillingAddress, other: Address): boolean {
  return PARTS.every((part) => (one[part] ?? '') === (other[part] ?? ''))
}
