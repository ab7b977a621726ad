import { randomBytes } from 'node:crypto'
import { logo, stylesheet } from './assets.ts'
import { groupDigits, findTestCard, testCards } from './cards.ts'
import { cardPage } from './card-page.ts'
import type { CardPageState } from './card-page.ts'
import { challengePage } from './challenge-page.ts'
import type { Desk } from './desk.ts'
import { completedPage } from './dispute-page.ts'
import { decideDispute, openDispute, readReason } from './disputes.ts'
import { answerWrongly, readBody, send } from './exchange.ts'
import type { Exchange, Reply } from './exchange.ts'
import { takeFault, transportFaults } from './faults.ts'
import { closedPage, messagePage, renderPage, withSession } from './page.ts'
import type { Page } from './page.ts'
import { paymentsPage } from './payments-page.ts'
import { answerBank, cancelPayment, payByCard } from './pay.ts'
import type { PayOutcome } from './pay.ts'
import { findSession } from './sessions.ts'
import { tongueOf } from './words.ts'
import type { Tongue } from './words.ts'
import type { Session } from './model.ts'

/** The pages that a shopper sees. The id in the address is 128 random bits: who has it may pay. */
export async function serveHosted(desk: Desk, exchange: Exchange, stopping: AbortSignal): Promise<void> {
  const { request, url } = exchange
  const [, sessionId = '', step = ''] =
    /^\/pay\/(\w+)(?:\/(challenge|cancel|dispute|verdict))?$/.exec(url.pathname) ?? []
  const posted = request.method === 'POST'
  if (!posted && request.method !== 'GET') {
    send(exchange, { status: 405, headers: { allow: 'GET, POST' }, body: '' })
    return
  }
  const form = new URLSearchParams(posted ? await readBody(request) : '')
  const { value, durable } = desk.run(() => {
    const session = findSession(desk, sessionId)
    if (session === undefined) return { reply: unknownPage(request.headers['accept-language']) }
    if (!posted) return { reply: pageReply(show(desk, session, step, url), tongueOf(session.locale)) }
    if (step === 'dispute' || step === 'verdict') return { reply: atTheBank(desk, session, step, form) }
    const fault = takeFault(desk, { operation: 'pay', references: [session.reference] }, transportFaults)
    if (fault?.fault.endsWith('_before') === true) return { fault }
    return { fault, reply: answer(act(desk, session, step, form), step, form) }
  })
  await durable
  if (value.fault !== undefined) await answerWrongly(exchange, value.fault, stopping)
  else if (value.reply !== undefined) send(exchange, value.reply)
}

/** What was paid last, for who tries out disputes. */
export function servePayments(desk: Desk, exchange: Exchange): void {
  const asked = /^[a-zA-Z]{2,3}/.exec(exchange.request.headers['accept-language'] ?? '')?.[0] ?? 'en'
  const tongue = tongueOf(asked)
  send(exchange, pageReply(paymentsPage(desk, tongue), tongue))
}

export function serveAsset(exchange: Exchange): boolean {
  const found = { '/assets/devpay.css': [stylesheet, 'text/css'], '/assets/devpay.svg': [logo, 'image/svg+xml'] }
  const asset = found[exchange.url.pathname as keyof typeof found]
  if (asset === undefined) return false
  const [body = '', type] = asset
  const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=300' }
  send(exchange, { status: 200, headers, body })
  return true
}

/** What the shopper and their bank do about a payment that was made; asked twice it is done once. */
function atTheBank(desk: Desk, session: Session, step: string, form: URLSearchParams): Reply {
  const payment = desk.book.payments.get(session.paymentId ?? '')
  const dispute = payment?.disputes?.at(-1)
  const left = payment ? payment.captured - payment.refunded : 0
  if (step === 'dispute' && payment && !dispute && left > 0) {
    openDispute(desk, payment.id, readReason(form.get('reason')))
  }
  if (step === 'verdict' && dispute && dispute.status !== 'won' && dispute.status !== 'lost') {
    decideDispute(desk, dispute.id, form.get('outcome') === 'won' ? 'won' : 'lost')
  }
  return seeOther(`/pay/${session.id}`)
}

function show(desk: Desk, session: Session, step: string, url: URL): Page {
  const tongue = tongueOf(session.locale)
  const payment = session.status === 'completed' ? desk.book.payments.get(session.paymentId ?? '') : undefined
  if (payment) return completedPage(session, payment, tongue)
  if (session.status !== 'open') return closedPage(session, tongue)
  if (step === 'challenge' && session.challenge !== null) return challengePage(session, session.challenge, tongue)
  return cardPage(session, tongue, emptyForm(url.searchParams.get('card')))
}

/** Empty, or filled with the test card that was chosen from the list. */
function emptyForm(chosen: string | null): CardPageState {
  const card = testCards.find(({ name }) => name === chosen)
  const nextYear = String((new Date().getUTCFullYear() + 3) % 100).padStart(2, '0')
  const values =
    card === undefined
      ? { number: '', expiry: '', cvc: '', name: '' }
      : { number: groupDigits(card.number), expiry: `12/${nextYear}`, cvc: '123', name: 'Test Shopper' }
  return { form: newForm(), values, problems: {} }
}

function newForm(): string {
  return randomBytes(12).toString('hex')
}

function act(desk: Desk, session: Session, step: string, form: URLSearchParams): PayOutcome {
  if (step === 'cancel') return cancelPayment(desk, session)
  if (step === 'challenge') {
    return answerBank(desk, session, { token: form.get('token') ?? '', confirmed: form.get('answer') === 'confirm' })
  }
  return payByCard(desk, session, { ...cardFields(form), form: (form.get('form') ?? '').slice(0, 64) })
}

function cardFields(form: URLSearchParams) {
  const read = (name: string): string => (form.get(name) ?? '').slice(0, 200)
  return { number: read('number'), expiry: read('expiry'), cvc: read('cvc'), name: read('name') }
}

function answer(outcome: PayOutcome, step: string, form: URLSearchParams): Reply {
  const { session } = outcome
  const tongue = tongueOf(session.locale)
  if (outcome.kind === 'paid') return seeOther(withSession(session.returnUrl, session.id))
  if (outcome.kind === 'challenge') return seeOther(`/pay/${session.id}/challenge`)
  if (outcome.kind === 'closed' && step === 'cancel') return seeOther(withSession(session.cancelUrl, session.id))
  if (outcome.kind === 'closed') return pageReply(closedPage(session, tongue), tongue)
  const state: CardPageState = {
    form: newForm(),
    values: remembered(form),
    problems: outcome.kind === 'invalid' ? outcome.problems : {},
    ...(outcome.kind === 'declined' ? { declined: outcome.reason } : {}),
  }
  return pageReply(cardPage(session, tongue, state), tongue)
}

/** A number that is not one of the test cards is not even sent back to the one who typed it; the code never is. */
function remembered(form: URLSearchParams): CardPageState['values'] {
  const fields = cardFields(form)
  const card = findTestCard(fields.number)
  return { ...fields, number: card === undefined ? '' : groupDigits(card.number), cvc: '' }
}

function seeOther(location: string): Reply {
  return { status: 303, headers: { location, 'referrer-policy': 'no-referrer' }, body: '' }
}

function unknownPage(acceptLanguage: string | undefined): Reply {
  const asked = /^[a-zA-Z]{2,3}/.exec(acceptLanguage ?? '')?.[0] ?? 'en'
  const tongue = tongueOf(asked)
  const { unknownTitle: title, unknownText: text } = tongue.words
  return pageReply(messagePage(tongue, { status: 404, title, text }), tongue)
}

function pageReply(page: Page, tongue: Tongue): Reply {
  const origins = new Set(page.leadsTo.map((address) => new URL(address).origin))
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    `form-action ${["'self'", ...origins].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ]
  return {
    status: page.status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': tongue.language,
      'content-security-policy': policy.join('; '),
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    },
    body: renderPage(page, tongue),
  }
}
