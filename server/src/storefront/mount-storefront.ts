import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isCrossSite } from '../host/http/server.ts'
import { judgeTrouble } from '../host/http/page-trouble.ts'
import { locales, preferredLocale, type Locale } from '../host/i18n/locales.ts'
import { mountAssets } from './assets.ts'
import { Desk, sendPage, type PageCall, type StorefrontOptions } from './desk.ts'
import { troublePage } from './pages/trouble.ts'
import { mountAccount } from './routes/account.ts'
import { mountBasket } from './routes/basket.ts'
import { mountShares } from './routes/share.ts'
import { mountBrowsing } from './routes/browse.ts'
import { mountCheckout } from './routes/checkout.ts'
import { mountCountry } from './routes/country.ts'
import { mountGiftCards } from './routes/gift-cards.ts'
import { mountCancellations } from './routes/cancellations.ts'
import { mountNewPassword } from './routes/new-password.ts'
import { mountOrders } from './routes/orders.ts'
import { mountPolicies } from './routes/policies.ts'
import { mountPreferences } from './routes/preferences.ts'
import { mountRegistration } from './routes/registration.ts'
import { mountWithdrawals } from './routes/withdrawals.ts'

const FORM_BYTES = 65_536

/** The shop that customers see: one scope for each language, `/` leads to the reader's. */
export function mountStorefront(app: FastifyInstance, options: StorefrontOptions): void {
  const desk = new Desk(options)
  mountAssets(app)
  app.get('/', (request, reply) =>
    reply
      .header('vary', 'accept-language')
      .header('cache-control', 'no-cache')
      .redirect(`/${preferredLocale(request.headers['accept-language'])}`, 302),
  )
  for (const locale of locales)
    void app.register((scope) => mountLanguage(scope, desk, locale), { prefix: `/${locale}` })
}

async function mountLanguage(scope: FastifyInstance, desk: Desk, locale: Locale): Promise<void> {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  )
  desk.mountCache(scope)
  scope.addHook('preHandler', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    if (isCrossSite(request)) return refuse(desk, locale, request, reply, 403)
    if (!(request.body instanceof URLSearchParams)) request.body = new URLSearchParams()
  })
  scope.setNotFoundHandler((request, reply) => notFound(desk, locale, request, reply))
  scope.setErrorHandler((error, request, reply) => tellTrouble(desk, locale, error, request, reply))
  mountBrowsing(scope, desk, locale)
  mountBasket(scope, desk, locale)
  mountShares(scope, desk, locale)
  mountCheckout(scope, desk, locale)
  mountOrders(scope, desk, locale)
  mountCancellations(scope, desk, locale)
  mountGiftCards(scope, desk, locale)
  mountWithdrawals(scope, desk, locale)
  mountPolicies(scope, desk, locale)
  mountCountry(scope, desk, locale)
  mountAccount(scope, desk, locale)
  mountPreferences(scope, desk, locale)
  mountRegistration(scope, desk, locale)
  mountNewPassword(scope, desk, locale)
}

async function notFound(
  desk: Desk,
  locale: Locale,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { visit } = await desk.shopCall(locale, request, reply)
  reply.header('cache-control', 'no-store')
  return sendPage(
    reply,
    troublePage(visit, { title: visit.t('trouble.not_found.title'), text: visit.t('trouble.not_found.text') }),
    404,
  )
}

function tellTrouble(
  desk: Desk,
  locale: Locale,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const trouble = judgeTrouble(error, request, desk.options)
  if (trouble.kind === 'refused') return refuse(desk, locale, request, reply, trouble.status)
  const { visit }: PageCall = desk.callFromMemory(locale, request, reply)
  const { t } = visit
  reply.header('cache-control', 'no-store')
  if (trouble.kind === 'away') {
    reply.header('retry-after', '5')
    return sendPage(reply, troublePage(visit, { title: t('trouble.away.title'), text: t('trouble.away.text') }), 503)
  }
  const page = { title: t('trouble.fault.title'), text: t('trouble.fault.text'), reference: trouble.faultId }
  return sendPage(reply, troublePage(visit, page), 500)
}

/** What came is not what our forms send. */
function refuse(
  desk: Desk,
  locale: Locale,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
): FastifyReply {
  const { visit } = desk.callFromMemory(locale, request, reply)
  reply.header('cache-control', 'no-store')
  return sendPage(
    reply,
    troublePage(visit, { title: visit.t('trouble.refused.title'), text: visit.t('trouble.refused.text') }),
    status,
  )
}
