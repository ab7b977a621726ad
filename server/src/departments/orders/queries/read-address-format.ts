import { addressFormat, type AddressFormat, type RegionKind } from '../domain/address-format.ts'

export { REGION_KINDS } from '../domain/address-format.ts'
import { regionChoices, type Region } from '../domain/regions.ts'

export interface AddressFormatView extends Pick<AddressFormat, 'postcodeExample'> {
  readonly country: string
  readonly order: string[]
  readonly required: string[]
  readonly postcodePattern: string | null
  readonly region: RegionKind | null
  readonly postcodeKind: 'postal' | 'zip' | 'eircode'
  readonly regions: Region[] | null
}

/** For forms of every kind of client: what the storefront's own form is made of. */
export function readAddressFormat(country: string): AddressFormatView {
  const { order, required, postcode, postcodeExample, postcodeKind = 'postal', region = null } = addressFormat(country)
  const regions = regionChoices(country)
  return {
    country,
    order: [...order],
    required: [...required],
    postcodeExample,
    postcodePattern: postcode?.source ?? null,
    region,
    postcodeKind,
    regions: regions ? [...regions] : null,
  }
}
