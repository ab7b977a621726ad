import type { FastifyInstance, FastifyReply } from 'fastify'
import { endSession } from '../../host/auth/sessions.ts'
import { signLink } from '../../host/auth/links.ts'
import { runCommand, type House } from '../../host/context.ts'
import { CUSTOMER_COOKIE, cookieOf } from '../../host/http/cookies.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { isUuid } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { forgetAddress, getCustomer, listPreferences, signInCustomer } from '../../departments/customers/index.ts'
import { statementOf } from '../../departments/gift-cards/index.ts'
import { listOrdersOfCustomer } from '../../departments/orders/index.ts'
import { preferSavedMethod, removeSavedMethod } from '../../departments/payments/index.ts'
import { comeIn, wayBackOf } from '../come-in.ts'
import { goTo, sendPage, type Desk, type PageCall } from '../desk.ts'
import { accountPage } from '../pages/account.ts'
import type { OwnPoints } from '../partials/points.ts'
import type { OwnCredit } from '../partials/store-credit.ts'
import { cardsOf } from '../reads/cards-of.ts'
import { convertOnAccount, pointsOf } from './points.ts'
import { refusalWords } from '../refusal-words.ts'
import { href, type Visit } from '../visit.ts'

export function mountAccount(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/account', desk.own(locale, showAccount))
  scope.post('/account/session', desk.own(locale, signIn))
  scope.post('/account/sign-out', desk.own(locale, signOut))
  scope.post('/account/points', desk.own(locale, convertOnAccount(answerAccount)))
  scope.post('/account/addresses/:id/removal', desk.own(locale, removeAddress))
  scope.post('/account/cards/:id/removal', desk.own(locale, onCard(removeSavedMethod)))
  scope.post('/account/cards/:id/preference', desk.own(locale, onCard(preferSavedMethod)))
}

function showAccount(call: PageCall): Promise<FastifyReply> {
  return answerAccount(call, undefined, 200)
}

async function answerAccount(call: PageCall, said: OwnPoints['message'], status: number): Promise<FastifyReply> {
  const { reply, house, visit } = call
  const found = visit.shopper ? await listOrdersOfCustomer(house.database, visit.shopper.id) : []
  const cards = visit.shopper ? await cardsOf(house, visit, visit.shopper.id) : []
  const asked = visit.shopper && { customerId: visit.shopper.id, market: visit.market.code }
  const consents = asked ? await listPreferences(house.database, asked) : []
  const orders = found.map((order) => ({ ...order, linkToken: signLink(house.linkKey, 'order', order.id) }))
  const known = visit.shopper && (await getCustomer(house.database, visit.shopper.id))
  const addresses = known?.ok ? known.value.addresses : []
  const query = new URLSearchParams(visit.query)
  const to = wayBackOf(query)
  const [credit, points] = await Promise.all([creditOf(house, visit), pointsOf(call, said)])
  const hasEnded = query.get('done') === 'ended' && !visit.shopper
  const warning = hasEnded ? { warning: visit.t('account.ended') } : {}
  const told = !visit.shopper && said ? { warning: said.words } : warning
  const view = { email: '', to, orders, credit, points, cards, addresses, consents, ...told }
  return sendPage(reply, accountPage(visit, view), status)
}

/** What the shop owes to who is signed in. */
async function creditOf(house: House, { shopper }: Visit): Promise<OwnCredit | undefined> {
  if (!shopper) return undefined
  const statement = await statementOf(house.database, shopper.id, house.clock.now())
  return { statement, linkOf: (orderId) => signLink(house.linkKey, 'order', orderId) }
}

/** One of theirs, and nobody else's; one that is gone already is gone. */
const onCard =
  (act: typeof removeSavedMethod) =>
  async ({ request, reply, house, visit }: PageCall): Promise<FastifyReply> => {
    const { shopper } = visit
    const methodId = (request.params as { id: string }).id
    if (shopper) {
      await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
        act(ctx, { customerId: shopper.id, methodId }),
      )
    }
    return goTo(reply, `${href(visit, '/account')}#own-cards`)
  }

async function removeAddress({ request, reply, house, visit }: PageCall): Promise<FastifyReply> {
  const { shopper } = visit
  const addressId = (request.params as { id: string }).id
  if (shopper && isUuid(addressId)) {
    await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
      forgetAddress(ctx, { customerId: shopper.id, addressId }),
    )
  }
  return goTo(reply, `${href(visit, '/account')}#own-addresses`)
}

async function signIn(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const fields = request.body as URLSearchParams
  const email = (fields.get('email') ?? '').slice(0, 254)
  const password = (fields.get('password') ?? '').slice(0, 1000)
  const to = wayBackOf(fields)
  const { ip, id: requestId } = request
  const userAgent = request.headers['user-agent']
  const known = await signInCustomer(house, { email, password, ip, userAgent, requestId })
  if (known.ok) return comeIn(call, known.value, to)
  const view = { email, to, warning: refusalWords(visit, known.refusal) }
  return sendPage(reply, accountPage(visit, view), known.refusal.status)
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
  // Their basket waits for them; whoever comes to this browser next does not find it.
  cookies.dropBasket()
  cookies.keepCount(0)
  return goTo(reply, href(visit, '/account'))
}
