import { exponentOf } from '../../../kernel/currency.ts'
import { toProviderUnits } from '../domain/provider-amount.ts'
import type { KeepsMethods, KeptMethod } from '../domain/kept-method.ts'
import type { ProviderAnswer } from '../domain/provider.ts'
import { documented } from './devpay-answer.ts'

const CHARGE_STATES = new Set(['succeeded', 'confirm'])

export interface KeptJson {
  readonly id: string
  readonly customer: string
  readonly brand: string
  readonly last4: string
  readonly expires: string
}

interface ChargeJson {
  readonly status: string
  readonly paymentId: string | null
  readonly sessionId: string
  readonly url: string | null
}

type Ask = <T>(
  method: 'POST' | 'DELETE',
  path: string,
  sent: { body?: unknown; idempotencyKey?: string },
) => Promise<ProviderAnswer<T>>

export const toKept = ({ id, customer, brand, last4, expires }: KeptJson): KeptMethod => ({
  ...{ ref: id, customer, brand, last4, expires },
})

/** What the development provider keeps for customers, and charges. */
export function keptMethods(ask: Ask): KeepsMethods {
  const gone = async (path: string): Promise<ProviderAnswer<void>> => {
    const answer = await ask('DELETE', path, {})
    return answer.ok || answer.code === 'method_not_found' ? { ok: true, value: undefined } : answer
  }
  return {
    createCustomer: async (reference, idempotencyKey) => {
      const made = await ask<{ id: string }>('POST', '/v1/customers', { body: { reference }, idempotencyKey })
      return made.ok ? { ok: true, value: made.value.id } : made
    },
    forgetCustomer: (customer) => gone(`/v1/customers/${customer}`),
    forgetMethod: (method) => gone(`/v1/methods/${method}`),
    chargeKept: async (charge, idempotencyKey) => {
      const { amount, capture, present, reference, customer, method, returnUrl, cancelUrl, description, locale } =
        charge
      const body = {
        ...{ reference, customer, method, returnUrl, cancelUrl, description, locale },
        amount: {
          amount: Number(toProviderUnits(amount.amount, amount.currency, exponentOf(amount.currency))),
          currency: amount.currency,
        },
        capture: capture === 'at_once' ? 'automatic' : 'manual',
        present: present ? 'yes' : 'no',
      }
      const made = await ask<ChargeJson>('POST', '/v1/charges', { body, idempotencyKey })
      if (!made.ok) return made
      const { status, paymentId, sessionId, url } = made.value
      documented(CHARGE_STATES, status)
      return { ok: true, value: { state: status === 'succeeded' ? 'done' : 'confirm', paymentId, sessionId, url } }
    },
  }
}
