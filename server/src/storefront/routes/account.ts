import type { FastifyInstance, FastifyReply } from 'fastify'
import { endSession } from '../../host/auth/sessions.ts'
import { signLink } from '../../host/auth/links.ts'
import { runCommand } from '../../host/context.ts'
import { CUSTOMER_COOKIE, cookieOf } from '../../host/http/cookies.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { ok } from '../../kernel/result.ts'
import { signInCustomer } from '../../departments/customers/index.ts'
import { linkBasket, listOrdersOfCustomer } from '../../departments/orders/index.ts'
import { goTo, sendPage, type Desk, type PageCall } from '../desk.ts'
import { accountPage } from '../pages/account.ts'
import { refusalWords } from '../refusal-words.ts'
import { basketKeyOf } from '../shopper-cookies.ts'
import { href } from '../visit.ts'

export function mountAccount(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/account', desk.own(locale, showAccount))
  scope.post('/account/session', desk.own(locale, signIn))
  scope.post('/account/sign-out', desk.own(locale, signOut))
}

async function showAccount({ reply, house, visit }: PageCall): Promise<FastifyReply> {
  const found = visit.shopper ? await listOrdersOfCustomer(house.database, visit.shopper.id) : []
  const orders = found.map((order) => ({ ...order, linkToken: signLink(house.linkKey, 'order', order.id) }))
  return sendPage(reply, accountPage(visit, { email: '', orders }))
}

/** The basket of this browser becomes theirs; what it costs is asked anew with their groups and their company. */
async function signIn({ request, reply, house, visit, cookies }: PageCall): Promise<FastifyReply> {
  const fields = request.body as URLSearchParams
  const email = (fields.get('email') ?? '').slice(0, 254)
  const password = (fields.get('password') ?? '').slice(0, 1000)
  const { ip, id: requestId } = request
  const userAgent = request.headers['user-agent']
  const known = await signInCustomer(house, { email, password, ip, userAgent, requestId })
  if (!known.ok) {
    const view = { email, warning: refusalWords(visit, known.refusal) }
    return sendPage(reply, accountPage(visit, view), known.refusal.status)
  }
  cookies.keepSession(known.value.sessionToken)
  const key = basketKeyOf(request)
  if (key) {
    const actor = { kind: 'customer' as const, id: known.value.customerId }
    // A basket that is ordered or gone stays what it is: signing in does not fail for it.
    await runCommand(house, { actor, requestId }, (ctx) => linkBasket(ctx, { ...key, shopper: actor.id }))
  }
  return goTo(reply, href(visit, key ? '/basket' : '/account'))
}

async function signOut({ request, reply, house, visit, cookies }: PageCall): Promise<FastifyReply> {
  const token = cookieOf(request, CUSTOMER_COOKIE)
  if (token !== undefined && request.actor.kind === 'customer') {
    await runCommand(house, { actor: request.actor, requestId: request.id }, async (ctx) => {
      endSession(ctx, token)
      return ok()
    })
  }
  cookies.dropSession()
  return goTo(reply, href(visit, '/account'))
}
