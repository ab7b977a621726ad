import { isEmail } from '../kernel/text.ts'
import { readPhone, type Address, type Basket } from '../departments/orders/index.ts'
import type { CheckoutForm } from './pages/checkout.ts'
import type { Problem } from './partials/field.ts'
import type { AddressField, AddressFormat } from './views.ts'
import type { Visit } from './visit.ts'

const FIELDS = [
  'email',
  'country',
  'delivery',
  'payment',
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
] as const
const LONGEST: Readonly<Partial<Record<(typeof FIELDS)[number], number>>> = {
  email: 254,
  country: 2,
  delivery: 40,
  payment: 40,
  postcode: 20,
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
  for (const field of format.order) {
    const label = labels(field)
    if (form[field] === '') {
      if (!format.required.includes(field)) continue
      const message =
        field === 'region'
          ? t('checkout.problem.choose', { field: label })
          : t('checkout.problem.required', { field: label })
      problems.push({ field, message })
    } else if (field === 'postcode' && format.postcode && !format.postcode.test(form.postcode)) {
      problems.push({ field, message: t('checkout.problem.postcode', { example: format.postcodeExample }) })
    }
  }
  if (delivered && form.delivery === '') problems.push({ field: 'delivery', message: t('checkout.problem.delivery') })
  return problems
}

/** Where nothing is delivered only who buys is asked; of a company whole, as its invoice names it. */
export function formatAsked(format: AddressFormat, form: CheckoutForm, delivered: boolean): AddressFormat {
  if (delivered || form.business !== '') return format
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

function phoneProblem({ t }: Visit, { phone, country }: CheckoutForm, asked: boolean): Problem | undefined {
  if (phone === '') return asked ? { field: 'phone', message: t('checkout.problem.phone_needed') } : undefined
  return readPhone(phone, country).ok ? undefined : { field: 'phone', message: t('checkout.problem.phone') }
}
