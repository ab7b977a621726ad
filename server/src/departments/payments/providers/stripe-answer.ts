import type Stripe from 'stripe'
import { Outage } from '../../../kernel/outage.ts'
import type { ProviderAnswer } from '../domain/provider.ts'

/** What the library throws, as far as it is read. */
type Thrown = Partial<Pick<Stripe.errors.StripeError, 'type' | 'code' | 'decline_code' | 'statusCode' | 'message'>>

/**
 * One question to Stripe. A card that was declined (402) and a request that cannot be done (400, 404) are answers: nothing happened. All else
 * is none, and thrown: the line, 5xx, 429, the same key under way twice (409), the same key for something else (that first one was
 * done), and keys that are not taken, where the shop must mend its settings before anybody knows more.
 * https://docs.stripe.com/error-low-level
 */
export async function answerOf<T>(what: string, asked: Promise<T>): Promise<ProviderAnswer<T>> {
  try {
    return { ok: true, value: await asked }
  } catch (error) {
    const refused = refusalIn(error as Thrown)
    if (refused !== undefined) return { ok: false, code: refused }
    throw new Outage('payments.provider_away', `${what}: ${nameOf(error as Thrown)}`)
  }
}

/** For questions whose refusal tells nothing of a payment. */
export async function mustAnswer<T>(what: string, asked: Promise<T>): Promise<T> {
  const answer = await answerOf(what, asked)
  if (answer.ok) return answer.value
  throw new Outage('payments.provider_away', `${what} was refused: ${answer.code}`)
}

/** For what is asked for by its name: undefined where Stripe knows nothing under it. */
export async function answerOrNothing<T>(what: string, asked: Promise<T>): Promise<T | undefined> {
  const answer = await answerOf(what, asked)
  if (answer.ok) return answer.value
  if (answer.code === 'resource_missing') return undefined
  throw new Outage('payments.provider_away', `${what} was refused: ${answer.code}`)
}

function refusalIn({ type, code, decline_code, statusCode }: Thrown): string | undefined {
  if (type === 'StripeCardError' && statusCode === 402) return decline_code || code || 'card_declined'
  if (type === 'StripeInvalidRequestError' && (statusCode === 400 || statusCode === 404))
    return code || 'invalid_request'
  return undefined
}

/** Never the message: it may quote what was sent. */
function nameOf({ type, code, statusCode }: Thrown): string {
  return [type ?? 'no answer', code, statusCode].filter((part) => part !== undefined).join(' ')
}

/** A state that was not there when this was written tells nothing: it is no answer, and is asked for again. */
export function unknownState(what: string, state: unknown): Outage {
  return new Outage('payments.provider_away', `unknown state of a ${what}: ${String(state).slice(0, 40)}`)
}
