import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Actor } from '../../host/actor.ts'
import { runCommand } from '../../host/context.ts'
import { RateLimiter } from '../../host/http/rate-limit.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import type { Result } from '../../kernel/result.ts'
import {
  findLinkedCustomer,
  listPreferences,
  openPreferences,
  recordConsents,
  type ConsentWish,
  type Preference,
} from '../../departments/customers/index.ts'
import { goTo, sendPage, type Desk, type PageCall } from '../desk.ts'
import { preferencesPage, stoppedPage } from '../pages/preferences.ts'
import { troublePage } from '../pages/trouble.ts'
import { refusalWords } from '../refusal-words.ts'
import { href, textIn } from '../visit.ts'

const ONE_CLICK_BYTES = 4096

/** What somebody may be sent: in their account, by a link of a mail, and by one click of their mail program. */
export function mountPreferences(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.post('/account/consents', desk.own(locale, decideInAccount))
  scope.get('/consents/:token', desk.own(locale, showLinked))
  scope.post('/consents/:token', desk.own(locale, decideByLink))
  // Programs that look into mails follow links: what is only asked for changes nothing.
  scope.get('/consents/:token/:purpose', desk.own(locale, showLinked))
  void scope.register(async (clicks) => {
    // RFC 8058, 3.1: a form in either of its shapes; what it says is known beforehand.
    clicks.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: ONE_CLICK_BYTES },
      (_request, _body, done) => done(null, new URLSearchParams()),
    )
    clicks.post('/consents/:token/:purpose', desk.own(locale, stopByOneClick))
  })
}

const A_MINUTE = 60
const decisions = new RateLimiter()

interface Deciding {
  readonly customerId: string
  readonly wishes: readonly ConsentWish[]
  readonly how: 'account' | 'link' | 'one_click'
}

function decide({ request, house, visit }: PageCall, { customerId, wishes, how }: Deciding): Promise<Result<unknown>> {
  const { ip, id: requestId } = request
  const actor: Actor = request.actor
  return runCommand(house, { actor, requestId }, (ctx) =>
    recordConsents(ctx, { customerId, wishes, how, locale: visit.locale, proved: true, ip }),
  )
}

const preferencesOf = ({ house, visit }: PageCall, customerId: string): Promise<Preference[]> =>
  listPreferences(house.database, { customerId, market: visit.market.code })

/** One box, or everything at once. */
function wishesOf(fields: URLSearchParams, items: readonly Preference[]): ConsentWish[] {
  if (fields.get('act') === 'none') return items.map(({ code }) => ({ purpose: code, give: false }))
  const purpose = fields.get('purpose') ?? ''
  if (fields.get('act') !== 'agree') return [{ purpose, give: false }]
  const wording = /^\d{1,6}$/.test(fields.get('wording') ?? '') ? Number(fields.get('wording')) : 0
  return [{ purpose, give: true, wording }]
}

async function decideInAccount(call: PageCall): Promise<FastifyReply> {
  const { request, reply, visit } = call
  const { shopper } = visit
  if (shopper) {
    const items = await preferencesOf(call, shopper.id)
    await decide(call, {
      customerId: shopper.id,
      wishes: wishesOf(request.body as URLSearchParams, items),
      how: 'account',
    })
  }
  return goTo(reply, `${href(visit, '/account')}#own-consents`)
}

interface Linked {
  readonly token: string
  readonly id: string
  readonly maskedEmail: string
}

async function linkedOf({ request, house }: PageCall): Promise<Linked | undefined> {
  const { token } = request.params as { token: string }
  const customerId = openPreferences(house, token)
  const found = customerId === undefined ? undefined : await findLinkedCustomer(house.database, customerId)
  return found && { token, ...found }
}

function notThere({ reply, visit }: PageCall): FastifyReply {
  const page = troublePage(visit, { title: visit.t('contact.gone'), text: visit.t('contact.gone_text') })
  return sendPage(reply.header('cache-control', 'no-store'), page, 404)
}

/** Nobody else keeps the page, and no page that it leads to learns its address. */
const secretly = (reply: FastifyReply) =>
  reply.header('referrer-policy', 'no-referrer').header('cache-control', 'private, no-store')

async function showLinked(call: PageCall, warning?: { readonly words: string; readonly status: number }) {
  const linked = await linkedOf(call)
  if (!linked) return notThere(call)
  const items = await preferencesOf(call, linked.id)
  const { token, maskedEmail } = linked
  const saved = (call.request.query as { done?: string }).done === 'saved'
  const page = preferencesPage(call.visit, { token, maskedEmail, items, saved, warning: warning?.words })
  return sendPage(secretly(call.reply), page, warning?.status ?? 200)
}

async function decideByLink(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const linked = await linkedOf(call)
  if (!linked) return notThere(call)
  const back = href(visit, `/consents/${linked.token}`)
  if (decisions.take(linked.id, A_MINUTE, house.clock.now().getTime()) > 0) return goTo(reply, back)
  const wishes = wishesOf(request.body as URLSearchParams, await preferencesOf(call, linked.id))
  const decided = await decide(call, { customerId: linked.id, wishes, how: 'link' })
  if (decided.ok) return goTo(secretly(reply), `${back}?done=saved`)
  return showLinked(call, { words: refusalWords(visit, decided.refusal), status: decided.refusal.status })
}

/**
 * RFC 8058: no cookie, no question, no way round over another page. Asked twice it answers the same, since programs try again.
 */
async function stopByOneClick(call: PageCall): Promise<FastifyReply> {
  const { request, reply, visit } = call
  const linked = await linkedOf(call)
  const { purpose } = request.params as { purpose: string }
  if (!linked) return notThere(call)
  const stopped = await decide(call, { customerId: linked.id, wishes: [{ purpose, give: false }], how: 'one_click' })
  if (!stopped.ok) return notThere(call)
  const item = (await preferencesOf(call, linked.id)).find(({ code }) => code === purpose)
  const name = item ? textIn(visit, item.names) : purpose
  return sendPage(secretly(reply), stoppedPage(visit, { token: linked.token, name }))
}
