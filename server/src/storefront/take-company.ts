import { refusalKey } from '../host/http/problem.ts'
import { declareCompany, type Basket } from '../departments/orders/index.ts'
import type { PageCall } from './desk.ts'
import type { CheckoutForm } from './pages/checkout.ts'
import type { Problem } from './partials/field.ts'
import { companyOf } from './read-checkout-form.ts'
import { basketKeyAsked } from './reads/basket-key.ts'

/**
 * The company as it stands in the form becomes the basket's, and its number is asked about; nothing is done where it is the same.
 * Answers what is wrong with it. What it changes about the total the order itself tells.
 */
export async function takeCompany(call: PageCall, open: Basket, form: CheckoutForm): Promise<Problem | undefined> {
  const { request, house, visit } = call
  const wish = companyOf(form)
  const before = open.business
  const isSame =
    (wish === null && before === undefined) ||
    (wish?.name === before?.name &&
      wish?.vatNumber === (before?.vatNumber ?? '') &&
      wish?.taxCode === (before?.taxCode ?? ''))
  const key = await basketKeyAsked(call, (request.body as URLSearchParams).get('key'))
  if (isSame || !key) return undefined
  const asker = { actor: request.actor, requestId: request.id }
  const declared = await declareCompany(house, { key, wish }, asker)
  if (declared.ok) return undefined
  const field = { name: 'business', vatNumber: 'vat', taxCode: 'tax_code' }[declared.refusal.field ?? ''] ?? 'business'
  const { code, params } = declared.refusal
  // Beside the field the rule alone; what to do stands in its hint.
  return { field, message: visit.translate(`${refusalKey(code)}.title`, params) }
}
