import { findProblems, findTestCard, shownCard } from './cards.ts'
import type { CardForm, Problems } from './cards.ts'
import type { Desk } from './desk.ts'
import type { Card, DeclineReason, LastTry, Session } from './model.ts'
import { authorise, decline } from './payments.ts'
import { closeSession } from './sessions.ts'

/** What came of a shopper's form. */
export type PayOutcome =
  | { kind: 'paid'; session: Session }
  | { kind: 'challenge'; session: Session }
  | { kind: 'closed'; session: Session }
  | { kind: 'invalid'; session: Session; problems: Problems }
  | { kind: 'declined'; session: Session; reason: DeclineReason }

/** Who has tried this often is guessing cards: the session closes. */
const mostTries = 10

export function payByCard(desk: Desk, session: Session, sent: CardForm & { form: string }): PayOutcome {
  if (session.status === 'completed') return { kind: 'paid', session }
  if (session.status !== 'open') return { kind: 'closed', session }
  const problems = findProblems(sent, new Date(desk.now))
  const found = findTestCard(sent.number)
  if (found === undefined || Object.keys(problems).length > 0) return { kind: 'invalid', session, problems }
  const card = shownCard(found, sent.expiry)
  if (found.outcome === 'challenge') return { kind: 'challenge', session: askBank(desk, session, card) }
  if (found.outcome === 'approved') return { kind: 'paid', session: authorise(desk, session, card) }
  const last = session.lastTry
  if (last !== null && sent.form !== '' && last.form === sent.form && last.last4 === card.last4) {
    return { kind: 'declined', session, reason: last.declined }
  }
  return refuse(desk, session, card, { form: sent.form, last4: card.last4, declined: found.outcome })
}

export interface BankAnswer {
  token: string
  confirmed: boolean
}

export function answerBank(desk: Desk, session: Session, answer: BankAnswer): PayOutcome {
  if (session.status === 'completed') return { kind: 'paid', session }
  if (session.status !== 'open') return { kind: 'closed', session }
  const { challenge, lastTry } = session
  if (challenge === null || challenge.token !== answer.token) {
    // The same refusal sent twice is told twice; an answer to a step long gone begins again.
    return lastTry?.form === answer.token
      ? { kind: 'declined', session, reason: lastTry.declined }
      : { kind: 'invalid', session, problems: {} }
  }
  if (answer.confirmed) return { kind: 'paid', session: authorise(desk, session, challenge.card, true) }
  const { last4 } = challenge.card
  return refuse(desk, session, challenge.card, { form: answer.token, last4, declined: 'authentication_failed' })
}

export function cancelPayment(desk: Desk, session: Session): PayOutcome {
  if (session.status === 'completed') return { kind: 'paid', session }
  return { kind: 'closed', session: session.status === 'open' ? closeSession(desk, session, 'cancelled') : session }
}

/** Pressing the button twice asks once. */
function askBank(desk: Desk, session: Session, card: Card): Session {
  if (session.challenge !== null) return session
  const asked = { ...session, challenge: { token: desk.newId('dpt'), card } }
  desk.put({ session: asked })
  return asked
}

function refuse(desk: Desk, session: Session, card: Card, lastTry: LastTry): PayOutcome {
  const tried: Session = { ...session, tries: session.tries + 1, lastTry, challenge: null }
  desk.put({ session: tried })
  decline(desk, tried, card, lastTry.declined)
  if (tried.tries < mostTries) return { kind: 'declined', session: tried, reason: lastTry.declined }
  return { kind: 'closed', session: closeSession(desk, tried, 'expired') }
}
