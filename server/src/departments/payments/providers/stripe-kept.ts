import type Stripe from 'stripe'
import { toProviderUnits } from '../domain/provider-amount.ts'
import type { KeepsMethods, KeptCharge, KeptMethod, KeptOutcome } from '../domain/kept-method.ts'
import type { ProviderAnswer } from '../domain/provider.ts'
import { answerOf, unknownState } from './stripe-answer.ts'
import { isChargeable, stripeExponentOf } from './stripe-currencies.ts'
import { REFERENCE_KEY } from './stripe-webhook.ts'

/** Under this key our customer's id stands in the metadata of theirs: nothing else of them is told. */
const CUSTOMER_KEY = 'fondaco_customer'

/** What Stripe keeps for customers, and charges. https://docs.stripe.com/payments/save-and-reuse */
export function keptMethodsOf(stripe: Stripe): KeepsMethods {
  return {
    createCustomer: async (reference, idempotencyKey) => {
      const made = stripe.customers.create({ metadata: { [CUSTOMER_KEY]: reference } }, { idempotencyKey })
      const answer = await answerOf('customer', made)
      return answer.ok ? { ok: true, value: answer.value.id } : answer
    },
    forgetCustomer: async (id, idempotencyKey) =>
      goneOrNot(await answerOf('customer', stripe.customers.del(id, {}, { idempotencyKey }))),
    forgetMethod: async (id, idempotencyKey) =>
      goneOrNot(await answerOf('method', stripe.paymentMethods.detach(id, {}, { idempotencyKey }))),
    chargeKept: async (charge, idempotencyKey) => {
      if (!isChargeable(charge.amount.amount, charge.amount.currency))
        return { ok: false, code: 'amount_not_chargeable' }
      const made = stripe.paymentIntents.create(paramsOf(charge), { idempotencyKey })
      const answer = await answerOf('charge', made)
      return answer.ok ? outcomeOf(answer.value) : answer
    },
  }
}

/** Nobody is there under that name, or it is kept for nobody any more: that is what was asked for. */
function goneOrNot(answer: ProviderAnswer<unknown>): ProviderAnswer<void> {
  const done = answer.ok || answer.code === 'resource_missing' || answer.code === 'payment_method_unexpected_state'
  return done ? { ok: true, value: undefined } : answer
}

/**
 * With the shopper there, a bank that wants to ask them (PSD2, Delegated Regulation (EU) 2018/389) does so on its own page. Without them
 * Stripe asks for the exemption of payments that the shop begins, and a bank that wants them all the same says no.
 */
type ChargeParams = Stripe.PaymentIntentCreateParams & { readonly payment_method_types: ['card'] }

function paramsOf(charge: KeptCharge): ChargeParams {
  const { reference, amount, capture, inParts, customer, method, present, returnUrl, description } = charge
  const { currency } = amount
  return {
    amount: Number(toProviderUnits(amount.amount, currency, stripeExponentOf(currency))),
    currency: currency.toLowerCase(),
    customer,
    payment_method: method,
    payment_method_types: ['card'],
    capture_method: capture === 'at_once' ? 'automatic' : 'manual',
    ...(inParts && { payment_method_options: { card: { request_multicapture: 'if_available' as const } } }),
    confirm: true,
    description,
    metadata: { [REFERENCE_KEY]: reference },
    ...(present ? { return_url: returnUrl } : { off_session: true }),
  }
}

function outcomeOf(intent: Stripe.PaymentIntent): ProviderAnswer<KeptOutcome> {
  const named = { paymentId: intent.id, sessionId: null }
  switch (intent.status) {
    case 'succeeded':
    case 'requires_capture':
      return { ok: true, value: { ...named, state: 'done', url: null } }
    case 'requires_action': {
      const url = intent.next_action?.redirect_to_url?.url ?? null
      if (url === null) throw unknownState('charge', intent.next_action?.type)
      return { ok: true, value: { ...named, state: 'confirm', url } }
    }
    case 'requires_payment_method':
      return {
        ok: false,
        code: intent.last_payment_error?.decline_code ?? intent.last_payment_error?.code ?? 'card_declined',
      }
    default:
      throw unknownState('charge', intent.status)
  }
}

/** What was kept with a payment that asked for it: the charge knows by which card it was paid. */
export function keptWith(intent: Stripe.PaymentIntent, charge: Stripe.Charge | null): KeptMethod | null {
  const { setup_future_usage: usage, customer } = intent
  const card = charge?.payment_method_details?.card
  const ref = charge?.payment_method
  const who = typeof customer === 'string' ? customer : customer?.id
  if (!usage || !card?.last4 || typeof ref !== 'string' || who === undefined) return null
  const { brand, last4, exp_month: month, exp_year: year } = card
  return { ref, customer: who, brand: brand ?? 'card', last4, expires: `${year}-${String(month).padStart(2, '0')}` }
}
