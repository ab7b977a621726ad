import type { FastifyReply, FastifyRequest } from 'fastify'
import { LIFETIME_HOURS } from '../host/auth/sessions.ts'
import { BASKET_COOKIE, CUSTOMER_COOKIE, cookieOf } from '../host/http/cookies.ts'
import type { BasketKey } from '../departments/orders/index.ts'
import { COUNTRY_COOKIE } from './visit-of.ts'

const BASKET_ID_COOKIE = 'fondaco_basket_id'
/** Read by the island that paints the number, so that pages themselves hold nothing personal and can be cached. */
const COUNT_COOKIE = 'fondaco_basket_count'
const DAYS_30 = 30 * 86_400

/** The key of the basket that this browser carries, with who is signed in: whoever asks by it gets their own prices. */
export function carriedBasket(request: FastifyRequest): BasketKey | undefined {
  const id = cookieOf(request, BASKET_ID_COOKIE)
  const token = cookieOf(request, BASKET_COOKIE)
  return id === undefined || token === undefined ? undefined : { id, token, shopper: shopperOf(request) }
}

/** After the desk has looked who it is. */
export function shopperOf({ actor }: FastifyRequest): string | undefined {
  return actor.kind === 'customer' ? actor.id : undefined
}

/** Writes the shopper's cookies; `Secure` over https only, for browsers drop it elsewhere. */
export class ShopperCookies {
  readonly #reply: FastifyReply
  readonly #secure: boolean

  constructor(request: FastifyRequest, reply: FastifyReply, https: boolean) {
    this.#reply = reply
    this.#secure = https || request.protocol === 'https'
  }

  keepBasket({ id, token }: { id: string; token: string }): void {
    this.#set(BASKET_ID_COOKIE, id)
    this.#set(BASKET_COOKIE, token)
  }

  /** Whoever comes to this browser next begins with an empty basket. */
  dropBasket(): void {
    this.#set(BASKET_ID_COOKIE, '', { seconds: 0 })
    this.#set(BASKET_COOKIE, '', { seconds: 0 })
  }

  keepCount(count: number): void {
    this.#set(COUNT_COOKIE, String(count), { readable: true })
  }

  keepSession(token: string): void {
    this.#set(CUSTOMER_COOKIE, token, { seconds: LIFETIME_HOURS.customer * 3600 })
  }

  dropSession(): void {
    this.#set(CUSTOMER_COOKIE, '', { seconds: 0 })
  }

  keepCountry(country: string): void {
    this.#set(COUNTRY_COOKIE, country)
  }

  #set(name: string, value: string, { readable = false, seconds = DAYS_30 } = {}): void {
    const parts = [`${name}=${encodeURIComponent(value)}`, 'Path=/', `Max-Age=${seconds}`, 'SameSite=Lax']
    if (!readable) parts.push('HttpOnly')
    if (this.#secure) parts.push('Secure')
    this.#reply.header('set-cookie', parts.join('; '))
  }
}
