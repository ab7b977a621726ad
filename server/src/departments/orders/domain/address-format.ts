import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { ADDRESS_DATA } from './address-data.ts'
import { readPhone } from './phone.ts'
import { refusals } from './refusals.ts'

export interface Address {
  readonly name: string
  readonly company?: string | undefined
  readonly street: string
  readonly street2?: string | undefined
  readonly postcode: string
  readonly city: string
  readonly region?: string | undefined
  readonly country: string
  readonly phone?: string | undefined
}

export type AddressField = 'name' | 'company' | 'street' | 'street2' | 'postcode' | 'city' | 'region' | 'phone'

export interface AddressFormat {
  /** Fields as an envelope of the country reads, top to bottom. */
  readonly order: readonly AddressField[]
  readonly required: readonly AddressField[]
  readonly postcode: RegExp | undefined
  readonly postcodeExample: string
  /** What the region is called there; undefined where addresses have none. */
  readonly region: RegionKind | undefined
  /** What postcodes are called there. */
  readonly postcodeKind?: 'zip' | 'eircode'
}

/** As libaddressinput calls them (`state_name_type`). */
export const REGION_KINDS = [
  'area',
  'county',
  'department',
  'district',
  'do_si',
  'island',
  'parish',
  'prefecture',
  'province',
  'state',
] as const
export type RegionKind = (typeof REGION_KINDS)[number]

const postcodeFirst = ['name', 'company', 'street', 'street2', 'postcode', 'city'] as const
const withProvince = [...postcodeFirst, 'region'] as const
const basic = ['name', 'street', 'postcode', 'city'] as const

function plain(postcode: RegExp, postcodeExample: string): AddressFormat {
  return { order: postcodeFirst, required: basic, postcode, postcodeExample, region: undefined }
}

/**
 * The formats of the countries that the shop looked at itself; those of the others stand in address-data.ts. Order, required fields and
 * postcodes from Google's libaddressinput data (CC BY 4.0, "fmt", "require" and "zip"). Where even that knows nothing, the plain form
 * takes any postcode.
 */
const formats: Readonly<Record<string, AddressFormat>> = {
  IT: {
    order: withProvince,
    required: [...basic, 'region'],
    postcode: /^\d{5}$/,
    postcodeExample: '30121',
    region: 'province',
  },
  ES: {
    order: withProvince,
    required: [...basic, 'region'],
    postcode: /^\d{5}$/,
    postcodeExample: '28039',
    region: 'province',
  },
  FR: plain(/^\d{2} ?\d{3}$/, '33380'),
  DE: plain(/^\d{5}$/, '10115'),
  AT: plain(/^\d{4}$/, '1010'),
  NL: plain(/^[1-9]\d{3} ?(?:[A-RT-Z][A-Z]|S[BCE-RT-Z])$/i, '1234 AB'),
  BE: plain(/^\d{4}$/, '4000'),
  PT: plain(/^\d{4}-?\d{3}$/, '2725-079'),
  IE: {
    order: ['name', 'company', 'street', 'street2', 'city', 'region', 'postcode'],
    required: ['name', 'street', 'city', 'postcode'],
    postcode: /^[\dA-Z]{3} ?[\dA-Z]{4}$/i,
    postcodeExample: 'A65 F4E2',
    region: 'county',
    postcodeKind: 'eircode',
  },
  ID: {
    order: ['name', 'company', 'street', 'street2', 'city', 'region', 'postcode'],
    required: [...basic, 'region'],
    postcode: /^\d{5}$/,
    postcodeExample: '40115',
    region: 'province',
  },
}

const anyCountry: AddressFormat = {
  order: postcodeFirst,
  required: ['name', 'street', 'city'],
  postcode: undefined,
  postcodeExample: '',
  region: undefined,
}

/** Whether an address can be there: of no other country a format is known. */
export const isAddressCountry = (country: string): boolean => country in formats || country in ADDRESS_DATA

/** Every country whose addresses the shop can write, by code. */
export const addressCountries = (): string[] =>
  [...new Set([...Object.keys(formats), ...Object.keys(ADDRESS_DATA)])].toSorted()

export function addressFormat(country: string): AddressFormat {
  const data = ADDRESS_DATA[country]
  return formats[country] ?? (data ? formatOf(data) : anyCountry)
}

const FIELDS: Readonly<Record<string, readonly AddressField[]>> = {
  N: ['name'],
  O: ['company'],
  A: ['street', 'street2'],
  C: ['city'],
  S: ['region'],
  Z: ['postcode'],
}

function formatOf([order, required, names, postcode, postcodeExample]: (typeof ADDRESS_DATA)[string]): AddressFormat {
  const [region = '', postcodes] = names.split(' ')
  const fields = [...order].flatMap((letter) => FIELDS[letter] ?? [])
  return {
    order: fields,
    required: fields.filter((field) => field === 'name' || (field !== 'street2' && isOf(required, field))),
    postcode: postcode === '' ? undefined : new RegExp(`^(?:${postcode})$`, 'i'),
    postcodeExample,
    region: REGION_KINDS.find((kind) => kind === region),
    ...(postcodes === 'zip' && { postcodeKind: 'zip' as const }),
  }
}

const isOf = (letters: string, field: AddressField) =>
  [...letters].some((letter) => FIELDS[letter]?.includes(field) === true)

/** Who buys what is not brought to them says no more than who they are and, in `country`, where. */
const WHO_BUYS: readonly AddressField[] = ['name']

/** The address with blanks trimmed, or every field at fault at once. Without delivery it may be no more than a name and a country. */
export function checkAddress(
  address: Address,
  { delivered = true, as = 'address' }: { readonly delivered?: boolean; readonly as?: 'address' | 'billing' } = {},
): Result<Address> {
  const trimmed = trimAll(address)
  const whole = addressFormat(address.country)
  const format = delivered ? whole : { ...whole, required: WHO_BUYS }
  const problems: Refused[] = format.required
    .filter((field) => !trimmed[field])
    .map((field) => refusals.address_incomplete({ field: `${as}.${field}`, params: { field } }))
  if (format.postcode && trimmed.postcode && !format.postcode.test(trimmed.postcode)) {
    problems.push(refusals.invalid_postcode({ field: `${as}.postcode`, params: { example: format.postcodeExample } }))
  }
  const phone = trimmed.phone ? readPhone(trimmed.phone, address.country) : ok(undefined)
  if (!phone.ok) problems.push(phone)
  const [first] = problems
  // What the shopper left out is empty where nothing needed it.
  if (!first)
    return ok({
      ...trimmed,
      ...(phone.ok && phone.value !== undefined && { phone: phone.value }),
      street: trimmed.street ?? '',
      postcode: trimmed.postcode ?? '',
      city: trimmed.city ?? '',
    })
  return { ok: false, refusal: { ...first.refusal, others: problems.map((problem) => problem.refusal) } }
}

function trimAll(address: Address): Address {
  return Object.fromEntries(
    Object.entries(address)
      .map(([field, value]) => [field, typeof value === 'string' ? value.trim().replaceAll(/\s+/g, ' ') : value])
      .filter(([, value]) => value !== undefined && value !== ''),
  ) as unknown as Address
}
