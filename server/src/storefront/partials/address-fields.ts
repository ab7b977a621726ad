import { regionChoices } from '../../departments/orders/index.ts'
import type { Html } from '../../host/http/html.ts'
import type { AddressField, AddressFormat } from '../views.ts'
import type { Visit } from '../visit.ts'
import { field } from './field.ts'

/** Of an address; its telephone stands elsewhere. */
export type AddressPart = Exclude<AddressField, 'phone'>

export interface AddressShown {
  readonly format: AddressFormat
  readonly country: string
  readonly valueOf: (part: AddressPart) => string
  readonly problemOf: (name: string) => string | undefined
  /** Of the names of its fields; none for where the goods go. */
  readonly prefix?: 'billing_'
}

const AUTOCOMPLETE: Readonly<Record<AddressPart, string>> = {
  name: 'name',
  company: 'organization',
  street: 'address-line1',
  street2: 'address-line2',
  postcode: 'postal-code',
  city: 'address-level2',
  region: 'address-level1',
}

export function addressField(visit: Visit, shown: AddressShown, part: AddressField): Html | undefined {
  if (part === 'phone') return undefined
  const { t } = visit
  const { format, country, prefix = '' } = shown
  const name = `${prefix}${part}`
  const short = part === 'postcode' || part === 'city' || part === 'region'
  return field(visit, {
    name,
    label: labelOf(visit, shown, part),
    value: shown.valueOf(part),
    required: format.required.includes(part),
    autocomplete: prefix === '' ? AUTOCOMPLETE[part] : `billing ${AUTOCOMPLETE[part]}`,
    maxlength: part === 'postcode' ? 12 : 100,
    hint:
      part === 'postcode' && format.postcodeExample !== ''
        ? t('checkout.example', { example: format.postcodeExample })
        : undefined,
    problem: shown.problemOf(name),
    choices: part === 'region' ? regionChoices(country) : undefined,
    width: short ? 'half' : 'full',
  })
}

// i18n-dynamic: storefront.checkout.field.*
export function labelOf({ t }: Visit, { format }: Pick<AddressShown, 'format'>, name: AddressField): string {
  if (name === 'region') return t(`checkout.field.${format.region ?? 'province'}`)
  if (name === 'postcode' && format.postcodeKind) return t(`checkout.field.${format.postcodeKind}`)
  return t(`checkout.field.${name}`)
}
