import type { FastifyInstance } from 'fastify'
import { Secret, TOTP } from 'otpauth'

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'

/** What an operation answered; its body is whatever that operation's schema says. */
export interface Told {
  readonly status: number
  readonly code: string | undefined
  /** Answers have as many shapes as there are operations. */
  readonly body: Readonly<Record<string, unknown>> & { readonly staff?: { readonly id: string } }
  readonly cookies: readonly string[]
}

let opened = 0

/** One browser: it has an address and keeps its cookies, and nobody else's. */
export class SignInBrowser {
  readonly jar = new Map<string, string>()
  readonly #app: FastifyInstance
  readonly #ip: string

  constructor(app: FastifyInstance) {
    this.#app = app
    opened += 1
    this.#ip = `10.${Math.floor(opened / 60_000)}.${Math.floor(opened / 250) % 250}.${opened % 250}`
  }

  async ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH',
    path: string,
    payload?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Told> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await this.#app.inject({
      method,
      url: `/api${path}`,
      ...(payload ? { payload } : {}),
      headers: { 'user-agent': CHROME, ...(cookie ? { cookie } : {}), ...headers },
      remoteAddress: this.#ip,
    })
    const cookies = [answer.headers['set-cookie'] ?? []].flat()
    for (const line of cookies) this.#keep(line)
    const body = answer.body === '' ? {} : answer.json()
    return { status: answer.statusCode, code: body.code, body, cookies }
  }

  signIn(email: string, password: string): Promise<Told> {
    return this.ask('POST', '/session', { email, password })
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (line.includes('Max-Age=0')) this.jar.delete(name)
    else this.jar.set(name, value)
  }
}

/** What the app on somebody's telephone shows at this moment. */
export function codeOfApp(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
}
