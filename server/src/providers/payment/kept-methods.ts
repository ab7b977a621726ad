import { ApiError } from './api-error.ts'
import type { Desk } from './desk.ts'
import { readFields, readOneOf, readText, type Fields } from './input.ts'
import type { KeptMethod } from './model.ts'
import { authorise, decline } from './payments.ts'
import { closeSession, openSession } from './sessions.ts'

/** Cards that shoppers left with us, each under the customer that the shop named. Nothing is kept of a customer but that name. */
export function newCustomer(desk: Desk, input: unknown): { id: string; reference: string } {
  const body = readFields(input, ['reference'])
  return { id: desk.newId('dpu'), reference: readText(body, 'reference', { most: 200 }) }
}

export function forgetCustomer(desk: Desk, id: string): { id: string; deleted: number } {
  const methods = [...desk.book.methods.values()].filter(({ customer }) => customer === id)
  for (const method of methods) desk.put({ methodGone: method.id })
  return { id, deleted: methods.length }
}

export function forgetMethod(desk: Desk, id: string): { id: string } {
  methodOf(desk, id)
  desk.put({ methodGone: id })
  return { id }
}

const chargeFields = [
  ...['reference', 'amount', 'capture', 'returnUrl', 'cancelUrl', 'description', 'locale'],
  ...['customer', 'method', 'present'],
]

/** Charges a kept card. Its holder's bank may want to ask them: on a page if they are there, else it says no. */
export function chargeKept(desk: Desk, input: unknown, publicUrl: string) {
  const body = readFields(input, chargeFields)
  const method = methodOf(desk, readText(body, 'method', { most: 100 }))
  if (method.customer !== readText(body, 'customer', { most: 100 })) throw unknownMethod()
  const isPresent = readOneOf(body, 'present', ['yes', 'no']) === 'yes'
  const { id: _, customer: __, outcome, ...card } = method
  const session = openSession(desk, sessionIn(body))
  if (outcome === 'approved') {
    const { paymentId } = authorise(desk, session, card)
    return { status: 'succeeded', paymentId, sessionId: session.id, url: null }
  }
  if (outcome === 'challenge' && isPresent) {
    desk.put({ session: { ...session, challenge: { token: desk.newId('dpt'), card } } })
    return {
      status: 'confirm',
      paymentId: null,
      sessionId: session.id,
      url: `${publicUrl}/pay/${session.id}/challenge`,
    }
  }
  const reason = outcome === 'challenge' ? 'authentication_required' : 'card_declined'
  decline(desk, session, card, reason)
  closeSession(desk, session, 'expired')
  throw new ApiError(422, reason, 'The bank said no to the kept card.')
}

const sessionIn = (body: Fields): Fields => {
  const { customer: _, method: __, present: ___, ...session } = body
  return session
}

function methodOf(desk: Desk, id: string): KeptMethod {
  const method = desk.book.methods.get(id)
  if (method === undefined) throw unknownMethod()
  return method
}

const unknownMethod = () => new ApiError(404, 'method_not_found', 'No such card is kept.')
