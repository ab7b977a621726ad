import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

/** A shopper without scripts: cookies, links, forms. */
export class Shopper {
  readonly cookies = new Map<string, string>()
  readonly #app: FastifyInstance

  constructor(app: FastifyInstance) {
    this.#app = app
  }

  async get(url: string): Promise<LightMyRequestResponse> {
    return this.#keep(await this.#app.inject({ url, headers: this.#headers() }))
  }

  async post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const payload = new URLSearchParams(fields).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    return this.#keep(
      await this.#app.inject({ method: 'POST', url, payload, headers: { ...type, ...this.#headers(), ...headers } }),
    )
  }

  #headers() {
    return this.cookies.size === 0
      ? {}
      : { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  }

  #keep(answer: LightMyRequestResponse): LightMyRequestResponse {
    for (const { name, value } of answer.cookies) this.cookies.set(name, value)
    return answer
  }

  async add(product: string, quantity = 1): Promise<LightMyRequestResponse> {
    return this.post('/it/basket/lines', { product, quantity: String(quantity) })
  }
}

/** What a person reads: no tags, no characters written as entities. */
export function wordsOf(answer: LightMyRequestResponse): string {
  return answer.body
    .replaceAll(/<script[\s\S]*?<\/script>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}
