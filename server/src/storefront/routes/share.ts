import type { FastifyInstance, FastifyReply } from 'fastify'
import { linkKeysOf, openLink, signLink } from '../../host/auth/links.ts'
import { runCommand } from '../../host/context.ts'
import { RateLimiter } from '../../host/http/rate-limit.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { ok } from '../../kernel/result.ts'
import { copyShare, shareBasket, viewShare } from '../../departments/orders/index.ts'
import { goTo, sendPage, type Desk, type PageCall } from '../desk.ts'
import { sharedBasketPage } from '../pages/shared-basket.ts'
import { troublePage } from '../pages/trouble.ts'
import { basketKeyOf } from '../reads/basket-key.ts'
import { shopperOf } from '../shopper-cookies.ts'
import { href } from '../visit.ts'
import { openBasket } from './add-to-basket.ts'

export function mountShares(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.post('/basket/share', desk.own(locale, share))
  scope.get('/shared-baskets/:token', desk.own(locale, showShared))
  scope.post('/shared-baskets/:token', desk.own(locale, takeShared))
}

const A_MINUTE = 20
const shares = new RateLimiter()

const mayGoOn = ({ request, house }: PageCall) => shares.take(request.ip, A_MINUTE, house.clock.now().getTime()) === 0

async function share(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const key = await basketKeyOf(call)
  if (!key || !mayGoOn(call)) return goTo(reply, href(visit, '/basket'))
  const shared = await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
    shareBasket(ctx, key),
  )
  if (!shared.ok) return goTo(reply, href(visit, '/basket'))
  return goTo(reply, `${href(visit, '/basket')}?shared=${signLink(house.linkKey, 'basket', shared.value.id)}`)
}

const shareIdOf = ({ request, house }: PageCall) =>
  openLink(linkKeysOf(house), 'basket', (request.params as { token: string }).token)

async function showShared(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const { market, country, locale } = visit
  const asked = { shareId: shareIdOf(call), market, country, locale }
  const found = await viewShare(house.database, asked, house.clock.now())
  if (!found.ok) return notThere(call)
  return sendPage(reply, sharedBasketPage(visit, { ...found.value, path: request.url.split('?')[0] ?? '' }))
}

function notThere({ reply, visit }: PageCall): FastifyReply {
  const { t } = visit
  return sendPage(reply, troublePage(visit, { title: t('share.gone'), text: t('share.gone_text') }), 404)
}

/** Beside what lies in the basket already: nobody's own things are taken away by opening a link. */
async function takeShared(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit, cookies } = call
  const shareId = shareIdOf(call)
  if (!mayGoOn(call)) return goTo(reply, request.url)
  const key = await basketKeyOf(call)
  const { country, locale } = visit
  const taken = await runCommand(house, { actor: request.actor, requestId: request.id }, async (ctx) => {
    const basket = await openBasket(ctx, key, { country, locale, shopper: shopperOf(request) })
    if (!basket.ok) return basket
    const copied = await copyShare(ctx, { shareId, into: basket.value.key })
    return copied.ok ? ok({ made: basket.value.made, ...copied.value }) : copied
  })
  if (!taken.ok) return notThere(call)
  if (taken.value.made) cookies.keepBasket(taken.value.made)
  return goTo(reply, `${href(visit, '/basket')}?done=${taken.value.leftOut.length === 0 ? 'copied' : 'copied_partly'}`)
}
