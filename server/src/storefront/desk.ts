import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { guest } from '../host/actor.ts'
import type { House } from '../host/context.ts'
import { CUSTOMER_COOKIE, cookieOf } from '../host/http/cookies.ts'
import { ContentWatch } from '../host/http/content-watch.ts'
import { PageCache } from '../host/http/page-cache.ts'
import { fixedHeaders } from '../host/http/security-headers.ts'
import type { Locale } from '../host/i18n/locales.ts'
import type { Translations } from '../host/i18n/translate.ts'
import type { Log } from '../host/log/log.ts'
import { findCustomerActor, findShopper } from '../departments/customers/index.ts'
import { PriceTurns } from './price-turns.ts'
import { ShopReader } from './shop-reader.ts'
import { ShopperCookies } from './shopper-cookies.ts'
import { countryCookie, visitOf } from './visit-of.ts'
import type { Shopper, Visit } from './visit.ts'

export interface StorefrontOptions {
  readonly translations: Translations
  readonly log: Log
  readonly https: boolean
  /** The folder with an organisation's own logo and words; the demo's, for demos. */
  readonly brandFolderOf: (house: House) => string | undefined
  readonly onFault?: ((faultId: string, error: unknown) => void) | undefined
  /** 64 MiB of pages unless told. */
  readonly cacheBytes?: number
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The same for everybody: may be answered from the cache of pages. */
    readonly sharedPage?: boolean
  }
}

/** A page handler's call: who asks, from which shop. */
export interface PageCall {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly house: House
  readonly visit: Visit
  readonly cookies: ShopperCookies
}

const CACHE_BYTES = 64 * 1024 * 1024
const MAX_AGE_MS = 60_000
const elapsed = (): number => process.uptime() * 1000

/** What the routes of all languages share: the cache, the watch over versions, the shops. */
export class Desk {
  readonly options: StorefrontOptions
  readonly #cache: PageCache
  readonly #watch = new ContentWatch(elapsed)
  readonly #shops: ShopReader
  readonly #turns = new PriceTurns()

  constructor(options: StorefrontOptions) {
    this.options = options
    const headers = Object.entries(fixedHeaders(options.https)).flat()
    this.#cache = new PageCache({ maxBytes: options.cacheBytes ?? CACHE_BYTES, maxAgeMs: MAX_AGE_MS, headers, elapsed })
    this.#shops = new ShopReader({ brandFolderOf: options.brandFolderOf, elapsed })
  }

  /**
   * Answers shared pages before anything else is done for a request: no body, no validation, no query. Once a second the
   * content version has to be asked for; that request takes the way of a page that must be rendered, and looks again there.
   */
  mountCache(scope: FastifyInstance): void {
    scope.addHook('onRequest', (request, reply, done) => {
      request.actor = guest
      // Who is signed in may have prices of their own: that is asked before any page is answered.
      if (request.routeOptions.config.sharedPage === true && cookieOf(request, CUSTOMER_COOKIE) === undefined) {
        const version = this.#watch.recent(request.house)
        const turn = version === undefined ? undefined : this.#turns.passed(request.house, version)
        if (version !== undefined && turn !== undefined && this.#serve(request, reply, { version, turn })) return
      }
      done()
    })
  }

  #serve(request: FastifyRequest, reply: FastifyReply, { version, turn }: Edition): boolean {
    const served = this.#cache.serve(keyOf(request, turn), version, wishesOf(request), reply.raw)
    if (served) reply.hijack()
    return served
  }

  /**
   * Renders a page that is the same for everybody, and keeps it. `undefined`: there is no such page. For whoever has prices of
   * their own it is rendered anew and kept by nobody.
   */
  shared(locale: Locale, render: (call: PageCall) => Promise<string | undefined>) {
    return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const version = await this.#versionOf(request.house)
      const shopper = await recognise(request)
      // Before the page is made: what begins meanwhile is not in it.
      const turn = await this.#turns.ask(request.house, version)
      const isOwn = shopper !== undefined && hasOwnPrices(shopper)
      if (!isOwn && this.#serve(request, reply, { version, turn })) return reply
      const page = await render(await this.call(locale, request, reply, version, isOwn ? shopper : undefined))
      if (page === undefined) {
        reply.callNotFound()
        return reply
      }
      if (isOwn) return sendPage(reply.header('cache-control', 'private, no-store'), page)
      reply.hijack()
      this.#cache.keep(keyOf(request, turn), version, page, wishesOf(request), reply.raw)
      return reply
    }
  }

  /**
   * A page or an act for one shopper: kept by nobody but their own browser, which may show it again when they go back (also
   * a form that came back with its problems, which `no-store` would lose).
   */
  own(locale: Locale, act: (call: PageCall) => Promise<FastifyReply>) {
    return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      reply.header('cache-control', 'private, no-cache')
      return act(await this.shopCall(locale, request, reply))
    }
  }

  async #versionOf(house: House): Promise<bigint> {
    return this.#watch.recent(house) ?? (await this.#watch.ask(house))
  }

  /** The shop as it is, if it can be asked. */
  async shopCall(locale: Locale, request: FastifyRequest, reply: FastifyReply): Promise<PageCall> {
    const [version, shopper] = await Promise.all([this.#versionOf(request.house), recognise(request)])
    return this.call(locale, request, reply, version, shopper)
  }

  async call(
    locale: Locale,
    request: FastifyRequest,
    reply: FastifyReply,
    version: bigint,
    shopper?: Shopper,
  ): Promise<PageCall> {
    const shop = await this.#shops.read(request.house, version)
    const visit = visitOf(request, shop, locale, this.options.translations)
    return this.#callOf(request, reply, shopper ? { ...visit, shopper } : visit)
  }

  /** Without asking the database anything: it may be what is in trouble. */
  callFromMemory(locale: Locale, request: FastifyRequest, reply: FastifyReply): PageCall {
    const shop = this.#shops.recall(request.house)
    return this.#callOf(request, reply, visitOf(request, shop, locale, this.options.translations))
  }

  #callOf(request: FastifyRequest, reply: FastifyReply, visit: Visit): PageCall {
    const cookies = new ShopperCookies(request, reply, this.options.https)
    return { request, reply, house: request.house, visit, cookies }
  }
}

/** Who is signed in; from then on the request is theirs. */
async function recognise(request: FastifyRequest): Promise<Shopper | undefined> {
  request.actor = guest
  const token = cookieOf(request, CUSTOMER_COOKIE)
  const actor = token === undefined ? undefined : await findCustomerActor(request.house, token)
  if (actor?.kind !== 'customer') return undefined
  request.actor = actor
  const found = await findShopper(request.house.database, actor.id)
  if (!found) return undefined
  const { name, groups, company } = found
  return { id: actor.id, name, groups, ...(company !== undefined && { company }) }
}

/** Everybody else sees what all see, and may be answered from the cache. */
function hasOwnPrices({ groups, company }: Shopper): boolean {
  return groups.length > 0 || company !== undefined
}

/** Of which content, and after how many price lists that began or ended since. */
interface Edition {
  readonly version: bigint
  readonly turn: number
}

/** Everything that a shared page depends on, besides the content version. */
function keyOf(request: FastifyRequest, turn: number): string {
  return `${request.house.organisation.id} ${turn} ${request.headers.host} ${countryCookie(request)} ${request.url}`
}

function wishesOf({ id, headers }: FastifyRequest) {
  return { id, ifNoneMatch: headers['if-none-match'], acceptEncoding: headers['accept-encoding'] }
}

export function sendPage(reply: FastifyReply, page: string, status = 200): FastifyReply {
  return reply.code(status).header('content-type', 'text/html; charset=utf-8').send(page)
}

/** After a form was taken: the next page is asked for by GET, so that going back or reloading sends nothing twice. */
export function goTo(reply: FastifyReply, url: string): FastifyReply {
  return reply.code(303).header('location', url).send()
}
