import { isEmail } from '../kernel/text.ts'
import { addressFormat, readPhone, type Address, type Basket } from '../departments/orders/index.ts'
import type { CheckoutForm } from './pages/checkout.ts'
import { labelOf, type AddressPart } from './partials/address-fields.ts'
import type { Problem } from './partials/field.ts'
import type { AddressField, AddressFormat } from './views.ts'
import type { Visit } from './visit.ts'

const FIELDS = [
  'email',
  'country',
  'delivery',
  'payment',
  'debit_holder',
  'debit_iban',
  'debit_signed',
  'name',
  'company',
  'street',
  'street2',
  'postcode',
  'city',
  'region',
  'phone',
  'business',
  'vat',
  'tax_code',
  'consent_digital',
  'consent_service',
  'note',
  'gift_message',
  'coupon',
  'gift_card',
  'card',
  'keep_card',
  'keep_later',
  'keep_address',
  'billing',
  'billing_country',
  'billing_name',
  'billing_company',
  'billing_street',
  'billing_street2',
  'billing_postcode',
  'billing_city',
  'billing_region',
] as const
const LONGEST: Readonly<Partial<Record<(typeof FIELDS)[number], number>>> = {
  email: 254,
  country: 2,
  delivery: 40,
  payment: 40,
  debit_iban: 42,
  postcode: 20,
  billing_country: 2,
  billing_postcode: 20,
  business: 200,
  vat: 40,
  tax_code: 40,
  phone: 40,
  note: 500,
  gift_message: 500,
}

/** What was typed, trimmed and cut to what a field can hold. */
export function checkoutFormOf(fields: URLSearchParams): CheckoutForm {
  const entries = FIELDS.map((name) => [
    name,
    (fields.get(name) ?? '')
      .replaceAll('\0', '')
      .trim()
      .slice(0, LONGEST[name] ?? 100),
  ])
  return Object.fromEntries(entries) as CheckoutForm
}

/** Nothing typed yet; a company that was named before stands there. */
export function emptyForm({ country, deliveryMethod, destination, business }: Basket): CheckoutForm {
  return {
    ...checkoutFormOf(new URLSearchParams()),
    country,
    delivery: deliveryMethod ?? '',
    region: destination?.region ?? '',
    postcode: destination?.postcode ?? '',
    business: business?.name ?? '',
    vat: business?.vatNumber ?? '',
    tax_code: business?.taxCode ?? '',
  }
}

/** The company that was typed; null: nobody buys for one. */
export function companyOf({ business, vat, tax_code: taxCode }: CheckoutForm) {
  return business === '' && vat === '' && taxCode === '' ? null : { name: business, vatNumber: vat, taxCode }
}

/** Everything that must be mended, in the order of the page; the department that takes the order looks again. */
export function problemsOf(
  visit: Visit,
  form: CheckoutForm,
  {
    format,
    delivered,
    labels,
    asksPhone,
  }: {
    readonly format: AddressFormat
    /** Whether a way of delivery is chosen. */
    readonly delivered: boolean
    readonly labels: (field: AddressField) => string
    /** The carrier of the chosen way has to be able to call. */
    readonly asksPhone: boolean
  },
): Problem[] {
  const { t } = visit
  const problems: Problem[] = []
  if (!isEmail(form.email)) problems.push({ field: 'email', message: t('checkout.problem.email') })
  const phone = phoneProblem(visit, form, asksPhone)
  if (phone) problems.push(phone)
  problems.push(...addressProblems(visit, format, { labels, nameOf: (part) => part, form }))
  if (form.billing === 'other') {
    const billed = addressFormat(form.billing_country || form.country)
    const labelsThere = (part: AddressField) => labelOf(visit, { format: billed }, part)
    problems.push(
      ...addressProblems(visit, billed, { labels: labelsThere, nameOf: (part) => `billing_${part}` as const, form }),
    )
  }
  if (delivered && form.delivery === '') problems.push({ field: 'delivery', message: t('checkout.problem.delivery') })
  return problems
}

/** Everything that an address lacks by the rules of its country. */
function addressProblems(
  { t }: Visit,
  format: AddressFormat,
  {
    labels,
    nameOf,
    form,
  }: {
    readonly labels: (part: AddressField) => string
    readonly nameOf: (part: AddressPart) => AddressPart | `billing_${AddressPart}`
    readonly form: CheckoutForm
  },
): Problem[] {
  return format.order.flatMap((part): Problem[] => {
    if (part === 'phone') return []
    const field = nameOf(part)
    if (form[field] === '') {
      if (!format.required.includes(part)) return []
      const values = { field: labels(part) }
      return [
        { field, message: t(part === 'region' ? 'checkout.problem.choose' : 'checkout.problem.required', values) },
      ]
    }
    if (part !== 'postcode' || !format.postcode || format.postcode.test(form[field])) return []
    return [{ field, message: t('checkout.problem.postcode', { example: format.postcodeExample }) }]
  })
}

/** Where nothing is delivered only who buys is asked; of a company whole, as its invoice names it. */
export function formatAsked(format: AddressFormat, form: CheckoutForm, delivered: boolean): AddressFormat {
  if (delivered || (form.business !== '' && form.billing !== 'other')) return format
  return { ...format, order: format.order.filter((field) => field === 'name'), required: ['name'] }
}

/** The address as an order takes it: what was left empty is not there. */
export function addressOf(form: CheckoutForm, format: AddressFormat): Address {
  const typed = [...format.order, 'phone' as const]
    .filter((field) => form[field] !== '')
    .map((field) => [field, form[field]])
  return {
    name: '',
    street: '',
    postcode: '',
    city: '',
    ...Object.fromEntries(typed),
    country: form.country,
  } as Address
}

/** To whom the invoice goes; undefined where that is no address of its own. */
export function billingOf(form: CheckoutForm): Address | undefined {
  if (form.billing !== 'other') return undefined
  const country = form.billing_country || form.country
  const parts = addressFormat(country).order.filter((part) => part !== 'phone')
  const typed = parts.filter((part) => form[`billing_${part}`] !== '').map((part) => [part, form[`billing_${part}`]])
  return { name: '', street: '', postcode: '', city: '', ...Object.fromEntries(typed), country } as Address
}

function phoneProblem({ t }: Visit, { phone, country }: CheckoutForm, asked: boolean): Problem | undefined {
  if (phone === '') return asked ? { field: 'phone', message: t('checkout.problem.phone_needed') } : undefined
  return readPhone(phone, country).ok ? undefined : { field: 'phone', message: t('checkout.problem.phone') }
}
