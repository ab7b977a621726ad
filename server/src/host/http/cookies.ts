import type { FastifyRequest } from 'fastify'

export const STAFF_COOKIE = 'fondaco_staff'
/** Between the password and the second factor; of a passkey or a provider that was asked. Both of staff. */
export const PENDING_COOKIE = 'fondaco_pending'
export const CEREMONY_COOKIE = 'fondaco_ceremony'
/** A browser from which somebody signed in before (host/auth/known-browsers.ts). */
export const KNOWN_COOKIE = 'fondaco_known'
export const CUSTOMER_COOKIE = 'fondaco_customer'
export const BASKET_COOKIE = 'fondaco_basket'

export interface CookieOptions {
  readonly maxAgeSeconds: number
}

/**
 * Staff come to the back office by typing or a bookmark, so their cookie never travels from elsewhere (Strict); shoppers
 * come back from the payment page and from links in mails, and should still be known (Lax).
 */
function sameSiteOf(name: string): 'Strict' | 'Lax' {
  return name === CUSTOMER_COOKIE || name === BASKET_COOKIE ? 'Lax' : 'Strict'
}

/** The cookies that an answer will set; the last word for a name counts, since a command may be retried. */
export class SetCookies {
  readonly #byName = new Map<string, { value: string; options: CookieOptions }>()

  set(name: string, value: string, options: CookieOptions): void {
    this.#byName.set(name, { value, options })
  }

  /** One `Set-Cookie` line each (RFC 6265bis). `Secure` only over https: browsers drop it elsewhere, save on localhost. */
  headers(https: boolean): string[] {
    return [...this.#byName].map(([name, { value, options }]) =>
      [
        `${name}=${encodeURIComponent(value)}`,
        'Path=/',
        `Max-Age=${options.maxAgeSeconds}`,
        'HttpOnly',
        `SameSite=${sameSiteOf(name)}`,
        ...(https ? ['Secure'] : []),
      ].join('; '),
    )
  }
}

export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  const header = request.headers.cookie
  if (!header) return undefined
  for (const part of header.split(';')) {
    const equals = part.indexOf('=')
    if (equals > 0 && part.slice(0, equals).trim() === name) {
      return decodeURIComponentSafely(part.slice(equals + 1).trim())
    }
  }
  return undefined
}

function decodeURIComponentSafely(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
