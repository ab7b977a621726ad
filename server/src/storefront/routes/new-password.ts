import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Locale } from '../../host/i18n/locales.ts'
import { askNewPassword, setNewPassword } from '../../departments/customers/index.ts'
import { comeIn } from '../come-in.ts'
import { sendPage, type Desk, type PageCall } from '../desk.ts'
import { askPasswordPage, choosePasswordPage } from '../pages/new-password.ts'
import { mailSentPage } from '../pages/registration.ts'
import { refusalWords } from '../refusal-words.ts'
import { secretly, waitWords } from './registration.ts'

/** Who forgot their password chooses another one by a link in the mail; it needs no scripts. */
export function mountNewPassword(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/account/password', desk.own(locale, showAsk))
  scope.post('/account/password-link', desk.own(locale, ask))
  scope.get('/account/password/new', desk.own(locale, showChoose))
  scope.post('/account/password', desk.own(locale, choose))
}

async function showAsk({ reply, visit }: PageCall): Promise<FastifyReply> {
  return sendPage(reply, askPasswordPage(visit, { email: '' }))
}

async function ask(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const email = ((request.body as URLSearchParams).get('email') ?? '').replaceAll('\0', '').trim().slice(0, 254)
  const warning = waitWords(call)
  if (warning !== undefined) return sendPage(reply, askPasswordPage(visit, { email, warning }), 429)
  const asked = await askNewPassword(house, { email, locale: visit.locale, requestId: request.id })
  if (asked.ok) return sendPage(reply, mailSentPage(visit, 'password', email))
  const problems = [{ field: 'email', message: visit.t('checkout.problem.email') }]
  return sendPage(reply, askPasswordPage(visit, { email, problems }), asked.refusal.status)
}

async function showChoose({ reply, visit }: PageCall): Promise<FastifyReply> {
  const token = new URLSearchParams(visit.query).get('token') ?? ''
  return sendPage(secretly(reply), choosePasswordPage(visit, { token }))
}

async function choose(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const fields = request.body as URLSearchParams
  const token = (fields.get('token') ?? '').slice(0, 200)
  const password = (fields.get('password') ?? '').slice(0, 1000)
  const userAgent = request.headers['user-agent']
  const asker = { userAgent, requestId: request.id }
  const set = await setNewPassword(house, { token, password, locale: visit.locale, ...asker })
  if (set.ok) return comeIn(call, set.value, '')
  const words = refusalWords(visit, set.refusal)
  if (set.refusal.field !== 'password')
    return sendPage(secretly(reply), askPasswordPage(visit, { email: '', warning: words }), set.refusal.status)
  const problems = [{ field: 'password', message: words }]
  return sendPage(secretly(reply), choosePasswordPage(visit, { token, problems }), set.refusal.status)
}
