import { ApiError } from './api-error.ts'
import type { Desk } from './desk.ts'
import { tell } from './events.ts'
import { readAmount, readFields, readInteger, readLocale, readOneOf, readText, readWebAddress } from './input.ts'
import type { Amount, Session, SessionLine } from './model.ts'

const sessionFields = [
  'reference',
  'amount',
  'capture',
  'returnUrl',
  'cancelUrl',
  'description',
  'lines',
  'locale',
  'expiresInSeconds',
  'customerEmail',
  'keepFor',
]

export function openSession(desk: Desk, input: unknown): Session {
  const body = readFields(input, sessionFields)
  const amount = readAmount(body['amount'], 'amount')
  const seconds = readInteger(body, 'expiresInSeconds', { from: 1, to: 86_400, otherwise: 1800 })
  const session: Session = {
    id: desk.newId('dps'),
    reference: readText(body, 'reference', { most: 200 }),
    amount,
    capture: readOneOf(body, 'capture', ['automatic', 'manual'], 'automatic'),
    returnUrl: readWebAddress(body, 'returnUrl'),
    cancelUrl: readWebAddress(body, 'cancelUrl'),
    description: readText(body, 'description', { most: 500 }),
    lines: readLines(body['lines'] ?? [], amount),
    locale: readLocale(body),
    customerEmail: readText(body, 'customerEmail', { optional: true, most: 254 }),
    status: 'open',
    paymentId: null,
    createdAt: new Date(desk.now).toISOString(),
    expiresAt: new Date(desk.now + seconds * 1000).toISOString(),
    tries: 0,
    lastTry: null,
    challenge: null,
    keepFor: readText(body, 'keepFor', { optional: true, most: 100 }),
  }
  if (desk.book.open.size >= desk.book.limits.openSessions) {
    throw new ApiError(429, 'too_many_open_sessions', 'Too many sessions are open. Let some expire first.')
  }
  desk.put({ session })
  return session
}

function readLines(value: unknown, total: Amount): SessionLine[] {
  if (!Array.isArray(value) || value.length > 200) {
    throw new ApiError(400, 'invalid_request', '"lines" must be a list of at most 200.')
  }
  return value.map((each: unknown, index) => readLine(each, `lines[${index}]`, total))
}

function readLine(value: unknown, name: string, total: Amount): SessionLine {
  const line = readFields(value, ['name', 'quantity', 'amount'])
  const quantity = line['quantity']
  if (typeof quantity !== 'number' || !Number.isFinite(quantity) || quantity <= 0) {
    throw new ApiError(400, 'invalid_request', `"${name}.quantity" must be a number above 0.`)
  }
  // A line may take away: a discount.
  const amount = readAmount(line['amount'], `${name}.amount`, -999_999_999_999)
  if (amount.currency !== total.currency) {
    throw new ApiError(400, 'invalid_request', `"${name}.amount" must be in ${total.currency}.`)
  }
  return { name: readText(line, 'name', { most: 300 }), quantity, amount }
}

/** The session as it is now: one whose time is over is closed first. */
export function findSession(desk: Desk, id: string): Session | undefined {
  const session = desk.book.findSession(id)
  if (session?.status !== 'open' || Date.parse(session.expiresAt) > desk.now) return session
  return closeSession(desk, session, 'expired')
}

export function getSession(desk: Desk, id: string): Session {
  const session = findSession(desk, id)
  if (session === undefined) throw new ApiError(404, 'session_not_found', `There is no session ${id}.`)
  return session
}

export function expireSession(desk: Desk, id: string): Session {
  const session = getSession(desk, id)
  if (session.status === 'completed') {
    throw new ApiError(409, 'session_completed', 'The session has been paid and cannot expire any more.')
  }
  return session.status === 'open' ? closeSession(desk, session, 'expired') : session
}

/** Closes without a payment. From here on no forgotten tab can pay. */
export function closeSession(desk: Desk, session: Session, status: 'expired' | 'cancelled'): Session {
  const closed: Session = { ...session, status, challenge: null }
  desk.put({ session: closed })
  tell(desk, 'session.expired', { session: closed })
  return closed
}

export function closeOverdue(desk: Desk): void {
  for (const session of [...desk.book.open.values()]) findSession(desk, session.id)
}
