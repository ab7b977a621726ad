import { getCustomer, keepAddress, type AddressDraft, type AddressView } from '../departments/customers/index.ts'
import { readPhone } from '../departments/orders/index.ts'
import { runCommand, type House } from '../host/context.ts'
import type { PageCall } from './desk.ts'
import type { CheckoutForm } from './pages/checkout.ts'
import type { Visit } from './visit.ts'

/** What the checkout knows of who is signed in, so that nobody types twice. */
export interface KnownShopper {
  readonly name: string
  readonly email: string
  /** The latest first. */
  readonly addresses: readonly AddressView[]
}

export async function findKnownShopper(house: House, { shopper }: Visit): Promise<KnownShopper | undefined> {
  const found = shopper && (await getCustomer(house.database, shopper.id))
  if (!found?.ok) return undefined
  const { name, email, addresses } = found.value
  return { name, email, addresses: addresses.toReversed() }
}

/** The form as it begins: their own words, and the latest address in the country that the basket goes to. */
export function prefilled(form: CheckoutForm, known: KnownShopper | undefined): CheckoutForm {
  if (!known) return form
  const address = known.addresses.find(({ country }) => country === form.country)
  const own = { ...form, email: known.email, name: known.name }
  return address ? withAddress(own, address) : own
}

export function withAddress(form: CheckoutForm, address: AddressView): CheckoutForm {
  return {
    ...form,
    ...{ country: address.country, name: address.recipient, company: address.company ?? '' },
    ...{ street: address.line1, street2: address.line2 ?? '', postcode: address.postalCode, city: address.city },
    ...{ region: address.region ?? '', phone: phoneIn(address) ?? form.phone },
  }
}

/** A number that the checkout would refuse stands in nobody's way. */
function phoneIn({ phone, country }: AddressView): string | undefined {
  return phone !== undefined && readPhone(phone, country).ok ? phone : undefined
}

/** After the order: the address is kept if that was asked for, once. What cannot be kept does not trouble the order. */
export async function keepOwnAddress({ request, house, visit }: PageCall, form: CheckoutForm): Promise<void> {
  const { shopper } = visit
  if (form.keep_address !== 'yes' || !shopper || form.street === '') return
  const known = await findKnownShopper(house, visit)
  const address = draftOf(form)
  if (!known || known.addresses.some((one) => isSame(one, address))) return
  await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
    keepAddress(ctx, { customerId: shopper.id, address }),
  )
}

function draftOf(form: CheckoutForm): AddressDraft {
  const { name, company, street, street2, postcode, city, region, country, phone } = form
  return {
    ...{ recipient: name, line1: street, postalCode: postcode, city, country },
    ...(company !== '' && { company }),
    ...(street2 !== '' && { line2: street2 }),
    ...(region !== '' && { region }),
    ...(phone !== '' && { phone }),
  }
}

const PARTS = ['recipient', 'company', 'line1', 'line2', 'postalCode', 'city', 'region', 'country'] as const
const isSame = (one: AddressDraft, other: AddressDraft) =>
  PARTS.every((part) => (one[part] ?? '') === (other[part] ?? ''))
