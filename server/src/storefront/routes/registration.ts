import type { FastifyInstance, FastifyReply } from 'fastify'
import { findPasswordWeakness } from '../../host/auth/password-rules.ts'
import { runCommand } from '../../host/context.ts'
import { refusalKey } from '../../host/http/problem.ts'
import { RateLimiter } from '../../host/http/rate-limit.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { isEmail } from '../../kernel/text.ts'
import { confirmRegistration, registerCustomer } from '../../departments/customers/index.ts'
import { comeIn, wayBackOf } from '../come-in.ts'
import { goTo, sendPage, type Desk, type PageCall } from '../desk.ts'
import { confirmPage, mailSentPage, registrationPage, type RegistrationForm } from '../pages/registration.ts'
import type { Problem } from '../partials/field.ts'
import { refusalWords } from '../refusal-words.ts'
import { href } from '../visit.ts'

/** An account is asked for by a form and opened by the link in the mail; it needs no scripts. */
export function mountRegistration(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/account/register', desk.own(locale, showForm))
  scope.post('/account/registration', desk.own(locale, register))
  scope.get('/account/confirm', desk.own(locale, showConfirm))
  scope.post('/account/confirmation', desk.own(locale, confirm))
}

const A_MINUTE = 10
const asked = new RateLimiter()

/** Words that ask to wait, where one browser asks too often. */
export function waitWords({ request, house, visit }: PageCall): string | undefined {
  const seconds = asked.take(request.ip, A_MINUTE, house.clock.now().getTime())
  return seconds === 0
    ? undefined
    : refusalWords(visit, hostRefusals.too_many_requests({ params: { seconds } }).refusal)
}

/** A page whose address holds a secret tells no other site where it stands. */
export const secretly = (reply: FastifyReply): FastifyReply =>
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')

async function showForm({ reply, visit }: PageCall): Promise<FastifyReply> {
  if (visit.shopper) return goTo(reply, href(visit, '/account'))
  const to = wayBackOf(new URLSearchParams(visit.query))
  return sendPage(reply, registrationPage(visit, { form: { name: '', email: '', to } }))
}

async function register(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const fields = request.body as URLSearchParams
  const text = (name: string, most: number) => (fields.get(name) ?? '').replaceAll('\0', '').trim().slice(0, most)
  const form: RegistrationForm = { name: text('name', 120), email: text('email', 254), to: wayBackOf(fields) }
  const password = (fields.get('password') ?? '').slice(0, 1000)
  const problems = missingIn(call, form, password)
  if (problems.length > 0) return sendPage(reply, registrationPage(visit, { form, problems }), 422)
  const warning = waitWords(call)
  if (warning !== undefined) return sendPage(reply, registrationPage(visit, { form, warning }), 429)
  const { name, email } = form
  const done = await registerCustomer(house, { name, email, password, locale: visit.locale, requestId: request.id })
  if (done.ok) return sendPage(reply, mailSentPage(visit, 'register', email))
  const { refusal } = done
  const told = [{ field: refusal.field ?? 'email', message: refusalWords(visit, refusal) }]
  return sendPage(reply, registrationPage(visit, { form, problems: told }), refusal.status)
}

/** Everything at once; the department that opens the account looks again. */
function missingIn({ visit }: PageCall, { name, email }: RegistrationForm, password: string): Problem[] {
  const { t, translate } = visit
  const problems: Problem[] = []
  if (name === '') {
    const label = t('checkout.field.name')
    problems.push({ field: 'name', message: t('checkout.problem.required', { field: label }) })
  }
  if (!isEmail(email)) problems.push({ field: 'email', message: t('checkout.problem.email') })
  const weakness = findPasswordWeakness(password, email.toLowerCase())
  const key = refusalKey('customers.weak_password')
  if (weakness) problems.push({ field: 'password', message: translate(`${key}.title`, { ...weakness }) })
  return problems
}

async function showConfirm({ reply, visit }: PageCall): Promise<FastifyReply> {
  const token = new URLSearchParams(visit.query).get('token') ?? ''
  return sendPage(secretly(reply), confirmPage(visit, { token }))
}

async function confirm(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const token = ((request.body as URLSearchParams).get('token') ?? '').slice(0, 200)
  const userAgent = request.headers['user-agent']
  const confirmed = await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
    confirmRegistration(ctx, { token, userAgent }),
  )
  if (confirmed.ok) return comeIn(call, confirmed.value, '')
  const warning = refusalWords(visit, confirmed.refusal)
  const form: RegistrationForm = { name: '', email: '', to: '' }
  return sendPage(secretly(reply), registrationPage(visit, { form, warning }), confirmed.refusal.status)
}
