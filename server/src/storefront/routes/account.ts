import type { FastifyInstance, FastifyReply } from 'fastify'
import { endSession } from '../../host/auth/sessions.ts'
import { signLink } from '../../host/auth/links.ts'
import { runCommand, type House } from '../../host/context.ts'
import { CUSTOMER_COOKIE, cookieOf } from '../../host/http/cookies.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { ok } from '../../kernel/result.ts'
import { listPreferences, signInCustomer } from '../../departments/customers/index.ts'
import { statementOf } from '../../departments/gift-cards/index.ts'
import { findCustomersBasket, listOrdersOfCustomer } from '../../departments/orders/index.ts'
import { preferSavedMethod, removeSavedMethod } from '../../departments/payments/index.ts'
import { joinBaskets } from '../../flows/join-baskets/index.ts'
import { goTo, sendPage, type Desk, type PageCall } from '../desk.ts'
import { accountPage } from '../pages/account.ts'
import type { OwnCredit } from '../partials/store-credit.ts'
import { cardsOf } from '../reads/cards-of.ts'
import { countIn } from '../reads/count-in.ts'
import { findOpenBasket } from '../reads/read-basket.ts'
import { refusalWords } from '../refusal-words.ts'
import { carriedBasket } from '../shopper-cookies.ts'
import { href, type Visit } from '../visit.ts'

export function mountAccount(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/account', desk.own(locale, showAccount))
  scope.post('/account/session', desk.own(locale, signIn))
  scope.post('/account/sign-out', desk.own(locale, signOut))
  scope.post('/account/cards/:id/removal', desk.own(locale, onCard(removeSavedMethod)))
  scope.post('/account/cards/:id/preference', desk.own(locale, onCard(preferSavedMethod)))
}

async function showAccount({ reply, house, visit }: PageCall): Promise<FastifyReply> {
  const found = visit.shopper ? await listOrdersOfCustomer(house.database, visit.shopper.id) : []
  const cards = visit.shopper ? await cardsOf(house, visit, visit.shopper.id) : []
  const asked = visit.shopper && { customerId: visit.shopper.id, market: visit.market.code }
  const consents = asked ? await listPreferences(house.database, asked) : []
  const orders = found.map((order) => ({ ...order, linkToken: signLink(house.linkKey, 'order', order.id) }))
  const view = { email: '', orders, credit: await creditOf(house, visit), cards, consents }
  return sendPage(reply, accountPage(visit, view))
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

/** The basket of this browser becomes part of theirs; what it costs is asked anew with their groups and their company. */
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
  const shopper = known.value.customerId
  const key = carriedBasket(request)
  const actor = { kind: 'customer' as const, id: shopper }
  // A basket that is ordered, gone or somebody else's stays what it is: signing in does not fail for it.
  const linked = key && (await runCommand(house, { actor, requestId }, (ctx) => joinBaskets(ctx, { ...key, shopper })))
  // From now on it is found by who is signed in, here and on every other device.
  if (linked?.ok) cookies.dropBasket()
  const own = await findCustomersBasket(house.database, shopper)
  const open = own && (await findOpenBasket(house, { id: own.id, token: undefined, shopper }))
  cookies.keepCount(open ? countIn(open) : 0)
  const from = linked?.ok ? linked.value.from : undefined
  return goTo(reply, `${href(visit, open ? '/basket' : '/account')}${from === undefined ? '' : `?joined=${from}`}`)
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
